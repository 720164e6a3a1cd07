package io.linernotes.mixing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plausible tempo. A value outside of {@value #SLOWEST} to {@value #FASTEST} is a failure of beat
 * tracking, and services write 0 for an unknown tempo; both read as unknown.
 *
 * @param bpm beats per minute
 */
record Tempo(double bpm) {

  static final int SLOWEST = 45;
  static final int FASTEST = 220;

  /** Two beat trackers may differ by this share on one recording. */
  private static final double TOLERANCE = 0.02;

  /**
   * The slowest tempo of the octave in which dance music is counted, 88 to 176: 87 is drum and bass
   * at 174, and 61.75 is house at 123.5.
   */
  private static final double SLOWEST_COUNTED = 88;

  Tempo {
    if (!isPlausible(bpm)) {
      throw new IllegalArgumentException(bpm + " is no plausible tempo");
    }
  }

  static Optional<Tempo> of(@Nullable Double bpm) {
    return bpm != null && isPlausible(bpm) ? Optional.of(new Tempo(bpm)) : Optional.empty();
  }

  private static boolean isPlausible(double bpm) {
    return bpm >= SLOWEST && bpm <= FASTEST;
  }

  boolean isSame(Tempo other) {
    return isUnity(bpm / other.bpm);
  }

  /** Whether the two are the same or one counts the other's beats in half or double time. */
  boolean isSameByOctave(Tempo other) {
    return isUnity(bpm / other.countedLike(this).bpm());
  }

  /** This tempo in whole, half or double time, whichever is nearest to {@code other}. */
  Counted countedLike(Tempo other) {
    Counted nearest = new Counted(bpm, Counting.WHOLE);
    for (Counting counting : Counting.values()) {
      Counted counted = new Counted(bpm * counting.factor, counting);
      if (counted.distance(other) < nearest.distance(other)) {
        nearest = counted;
      }
    }
    return nearest;
  }

  boolean isInCountedOctave() {
    return bpm >= SLOWEST_COUNTED && bpm < 2 * SLOWEST_COUNTED;
  }

  private static boolean isUnity(double ratio) {
    return Math.abs(ratio - 1) <= TOLERANCE;
  }

  /** How beats are counted. */
  enum Counting {
    WHOLE(1),
    HALF(0.5),
    DOUBLE(2);

    private final double factor;

    Counting(double factor) {
      this.factor = factor;
    }
  }

  /** A tempo counted in one of those ways; it may lie outside of the plausible range. */
  record Counted(double bpm, Counting counting) {
    private double distance(Tempo other) {
      return Math.abs(Math.log(bpm / other.bpm));
    }
  }
}
