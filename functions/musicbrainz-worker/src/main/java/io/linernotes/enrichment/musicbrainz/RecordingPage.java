package io.linernotes.enrichment.musicbrainz;

import java.util.List;

/** What MusicBrainz says to a query. */
sealed interface RecordingPage {

  /**
   * The best hits.
   *
   * @param complete whether these are all hits that MusicBrainz counts, each of them readable
   * @param full whether there are as many as a page can hold
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

  /** The query is one that MusicBrainz cannot read, or does not want to. */
  record Refused() implements RecordingPage {}
}
