package io.linernotes.enrichment.deezer;

import io.linernotes.matching.DurationAgreement;

/**
 * The confidence of a match by an ISRC, 0 to 1. The figures rank the ways to find a track by how
 * rarely they find a wrong one; they are judgements, not measurements. The comparison of names and
 * duration sets an upper limit ({@link io.linernotes.matching.IsrcVerdict}). A match by names has
 * the confidence of its {@link io.linernotes.matching.Comparison}.
 */
final class Confidence {

  /** The track's own ISRC; names and duration agree. */
  static final double ISRC = 1.0;

  static final double ISRC_WITHOUT_DURATION = 0.95;

  static final double ISRC_SEARCH = 0.95;
  static final double ISRC_SEARCH_WITHOUT_DURATION = 0.9;

  /** MusicBrainz found the recording by its names. */
  static final double MUSICBRAINZ_ISRC = 0.9;

  static final double MUSICBRAINZ_ISRC_WITHOUT_DURATION = 0.8;

  private Confidence() {}

  static double ofIsrc(DurationAgreement durations) {
    return durations == DurationAgreement.AGREE ? ISRC : ISRC_WITHOUT_DURATION;
  }

  static double ofIsrcSearch(DurationAgreement durations) {
    return durations == DurationAgreement.AGREE ? ISRC_SEARCH : ISRC_SEARCH_WITHOUT_DURATION;
  }

  static double ofMusicBrainz(DurationAgreement durations) {
    return durations == DurationAgreement.AGREE
        ? MUSICBRAINZ_ISRC
        : MUSICBRAINZ_ISRC_WITHOUT_DURATION;
  }
}
