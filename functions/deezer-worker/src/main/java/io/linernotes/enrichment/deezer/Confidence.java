package io.linernotes.enrichment.deezer;

import io.linernotes.matching.DurationAgreement;

/**
 * How sure a match by an ISRC is, 0 to 1. The figures order the ways to find a track by how often
 * they find another one; they are judgements, not measurements. A match by names has the confidence
 * of its {@link io.linernotes.matching.Comparison}.
 */
final class Confidence {

  /** Own ISRC, names and duration say the same. */
  static final double ISRC = 1.0;

  static final double ISRC_WITHOUT_DURATION = 0.95;

  /** The names agree; the duration is of another edit, or catalogued wrongly. */
  static final double ISRC_OTHER_DURATION = 0.7;

  /** The names are of another version, such as a live one; title and duration agree. */
  static final double ISRC_OTHER_VERSION = 0.6;

  /** The names are in other scripts and cannot be compared. */
  static final double ISRC_OTHER_SCRIPT = 0.8;

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
