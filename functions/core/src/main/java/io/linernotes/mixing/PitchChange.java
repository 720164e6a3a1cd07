package io.linernotes.mixing;

import io.linernotes.mixing.Tempo.Counted;
import io.linernotes.mixing.Tempo.Counting;

/**
 * How far a track's pitch fader must move to match the tempo of the track before.
 *
 * @param percent faster above 0, slower below
 * @param counting whether its beats are counted in whole, half or double time
 */
record PitchChange(double percent, Counting counting) {

  /**
   * The range of a turntable's fader in percent. Players reach 10, 16 or more, which distorts
   * voices.
   */
  static final double REACH = 8;

  private static final double OTHER_COUNTING = 0.8;

  /** Fader positions in percent and their scores; values in between are interpolated linearly. */
  private static final double[][] SCORES = {
    {1, 1.0}, {3, 0.9}, {6, 0.7}, {REACH, 0.5}, {10, 0.3}, {16, 0.0}
  };

  static PitchChange between(Tempo from, Tempo to) {
    Counted counted = to.countedLike(from);
    return new PitchChange(100 * (from.bpm() / counted.bpm() - 1), counted.counting());
  }

  /** Whether a turntable's fader reaches that far. */
  boolean isWithinReach() {
    return Math.abs(percent) <= REACH;
  }

  /** How well it sounds, 0 to 1; half and double time count a little less. */
  double score() {
    return atFader(Math.abs(percent)) * (counting == Counting.WHOLE ? 1 : OTHER_COUNTING);
  }

  private static double atFader(double percent) {
    double[] before = {0, 1.0};
    for (double[] point : SCORES) {
      if (percent <= point[0]) {
        double share = (percent - before[0]) / (point[0] - before[0]);
        return before[1] + share * (point[1] - before[1]);
      }
      before = point;
    }
    return 0;
  }
}
