package io.linernotes.enrichment.deezer;

import io.linernotes.matching.DurationAgreement;

/**
 * How sure a match is, 0 to 1. The figures order the ways to find a track by how often they find
 * another one; they are judgements, not measurements.
 */
final class Confidence {

  /** Own ISRC and duration say the same. */
  static final double ISRC = 1.0;

  static final double ISRC_WITHOUT_DURATION = 0.95;

  /** The ISRC is right or catalogued wrongly: another edit, perhaps another track. */
  static final double ISRC_OTHER_DURATION = 0.7;

  static final double ISRC_SEARCH = 0.95;
  static final double ISRC_SEARCH_WITHOUT_DURATION = 0.9;

  /** MusicBrainz found the recording by its names. */
  static final double MUSICBRAINZ_ISRC = 0.9;

  static final double MUSICBRAINZ_ISRC_WITHOUT_DURATION = 0.8;

  private Confidence() {}

  static double ofIsrc(DurationAgreement durations) {
    return switch (durations) {
      case AGREE -> ISRC;
      case UNKNOWN -> ISRC_WITHOUT_DURATION;
      case DISAGREE -> ISRC_OTHER_DURATION;
    };
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
