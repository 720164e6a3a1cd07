package io.linernotes.enrichment.musicbrainz;

import java.util.List;

/** MusicBrainz's answer to a query. */
sealed interface RecordingPage {

  /**
   * The best hits.
   *
   * @param complete whether these are all the hits that MusicBrainz counts, and each was readable
   * @param full whether MusicBrainz listed as many as a page holds
   */
  record Hits(List<Recording> recordings, boolean complete, boolean full) implements RecordingPage {
    public Hits {
      recordings = List.copyOf(recordings);
    }

    /** Hits that do not fill a page. */
    Hits(List<Recording> recordings, boolean complete) {
      this(recordings, complete, false);
    }
  }

  /** MusicBrainz refused the query, as malformed or too long. */
  record Refused() implements RecordingPage {}
}
