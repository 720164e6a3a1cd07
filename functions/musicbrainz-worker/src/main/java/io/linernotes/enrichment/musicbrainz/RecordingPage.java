package io.linernotes.enrichment.musicbrainz;

import java.util.List;

/** What MusicBrainz says to a query. */
sealed interface RecordingPage {

  /**
   * The best hits.
   *
   * @param complete whether there are no more hits than these
   */
  record Hits(List<Recording> recordings, boolean complete) implements RecordingPage {
    public Hits {
      recordings = List.copyOf(recordings);
    }
  }

  /** The query is one that MusicBrainz cannot read, or does not want to. */
  record Refused() implements RecordingPage {}
}
