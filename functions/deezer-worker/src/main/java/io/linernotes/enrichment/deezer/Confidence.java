package io.linernotes.enrichment.deezer;

import io.linernotes.matching.DurationAgreement;

/**
 * How sure a match by an ISRC is, 0 to 1. The figures order the ways to find a track by how often
 * they find another one; they are judgements, not measurements. What names and duration say of an
 * ISRC limits them ({@link io.linernotes.matching.IsrcVerdict}), and a match by names has the
 * confidence of its {@link io.linernotes.matching.Comparison}.
 */
final class Confidence {

  /** Own ISRC, names and duration say the same. */
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
