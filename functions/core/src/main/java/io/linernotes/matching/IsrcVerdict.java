package io.linernotes.matching;

/**
 * Whether names and duration confirm that two listings of one ISRC are of one recording. An ISRC
 * alone is no proof: one ISRC may stand for several tracks, for another remix, for every movement
 * of a symphony, or for another artist's song.
 */
public enum IsrcVerdict {
  /** Title, artist, version and duration agree where both sides have them. */
  CONFIRMED(1),
  /** The names are in different scripts; nothing else contradicts. */
  INCOMPARABLE(0.8),
  /** The song agrees, but not its version: a better hit by names wins. */
  OTHER_VERSION(0.6),
  /** The names agree, but not the duration: a better hit by names wins. */
  OTHER_DURATION(0.7),
  /** Another song, or another version of another duration. */
  REFUTED(0);

  private final double confidence;

  IsrcVerdict(double confidence) {
    this.confidence = confidence;
  }

  /** The highest confidence of a match by that ISRC, 0 to 1. */
  public double confidence() {
    return confidence;
  }

  /** The verdict that follows from a comparison of the two listings. */
  public static IsrcVerdict of(Comparison comparison) {
    boolean sameDuration = comparison.durations() != DurationAgreement.DISAGREE;
    return switch (comparison.song()) {
      case SAME -> ofVersion(comparison.title().isMatch(), sameDuration);
      case INCOMPARABLE -> sameDuration ? INCOMPARABLE : REFUTED;
      case OTHER -> REFUTED;
    };
  }

  private static IsrcVerdict ofVersion(boolean sameVersion, boolean sameDuration) {
    if (sameVersion) {
      return sameDuration ? CONFIRMED : OTHER_DURATION;
    }
    return sameDuration ? OTHER_VERSION : REFUTED;
  }
}
