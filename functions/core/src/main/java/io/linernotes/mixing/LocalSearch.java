package io.linernotes.mixing;

import org.jspecify.annotations.Nullable;

/**
 * Improves an order by small moves until none helps or the budget is spent. A move exchanges two
 * neighbouring blocks, of which one has at most {@value #SMALL_BLOCK} tracks, or reverses a run of
 * at most {@value #LONGEST_TURN} tracks. Every move's gain is computed without applying it.
 *
 * <p>An order's value is the sum of its transitions' worth, less {@code arcWeight} times the sum of
 * the tracks' distances from the arc.
 */
final class LocalSearch {

  private static final int SMALL_BLOCK = 3;
  private static final int LONGEST_TURN = 25;
  private static final double LEAST_GAIN = 1e-9;

  private final ScoreMatrix scores;
  private final @Nullable ArcFit arc;
  private final double arcWeight;
  private final int first;
  private final int last;
  private final int[] order;

  /**
   * For each shift of −3 to 3 places and each place: how much the distances from the arc grow if
   * all tracks before that place are shifted.
   */
  private final double[][] shifted;

  private long budget;

  /**
   * A search that begins with {@code order} and changes it.
   *
   * @param first the first place that may change
   * @param last the last place that may change
   * @param budget how many moves may be evaluated
   */
  LocalSearch(
      ScoreMatrix scores,
      @Nullable ArcFit arc,
      double arcWeight,
      int first,
      int last,
      int[] order,
      long budget) {
    this.scores = scores;
    this.arc = arc;
    this.arcWeight = arc == null ? 0 : arcWeight;
    this.first = first;
    this.last = last;
    this.order = order;
    this.budget = budget;
    this.shifted = new double[2 * SMALL_BLOCK + 1][order.length + 1];
  }

  /** Improves the order; returns how much of the budget is left. */
  long run() {
    sumShifts();
    boolean improved = true;
    while (improved && budget > 0) {
      improved = false;
      for (int from = first; from <= last && budget > 0; from++) {
        improved |= moveForwards(from);
        improved |= moveBackwards(from);
        improved |= turnRound(from);
      }
    }
    return budget;
  }

  /** Moves a small block that begins here to a later place. */
  private boolean moveForwards(int from) {
    boolean improved = false;
    for (int length = 1; length <= SMALL_BLOCK; length++) {
      for (int end = from + length; end <= last; end++) {
        improved |= exchangeIfBetter(from, from + length, end);
      }
    }
    return improved;
  }

  /** Moves a small block that ends here to an earlier place. */
  private boolean moveBackwards(int end) {
    boolean improved = false;
    for (int length = 1; length <= SMALL_BLOCK; length++) {
      // Only large blocks before it; moving forwards already covers the small ones.
      for (int from = first; from < end - length + 1 - SMALL_BLOCK; from++) {
        improved |= exchangeIfBetter(from, end - length + 1, end);
      }
    }
    return improved;
  }

  private boolean turnRound(int from) {
    boolean improved = false;
    int furthest = Math.min(last, from + LONGEST_TURN - 1);
    for (int end = from + 1; end <= furthest; end++) {
      improved |= turnIfBetter(from, end);
    }
    return improved;
  }

  /** Exchanges the blocks {@code from … middle-1} and {@code middle … end}. */
  private boolean exchangeIfBetter(int from, int middle, int end) {
    budget--;
    double gain =
        worth(from - 1, middle)
            + worth(end, from)
            + worth(middle - 1, end + 1)
            - worth(from - 1, from)
            - worth(middle - 1, middle)
            - worth(end, end + 1);
    if (arcWeight > 0) {
      gain -=
          arcWeight
              * (moved(from, middle, end + 1 - middle) + moved(middle, end + 1, from - middle));
    }
    if (gain < LEAST_GAIN) {
      return false;
    }
    turn(from, middle - 1);
    turn(middle, end);
    turn(from, end);
    sumShifts();
    return true;
  }

  private boolean turnIfBetter(int from, int end) {
    budget--;
    double gain = worth(from - 1, end) + worth(from, end + 1);
    gain -= worth(from - 1, from) + worth(end, end + 1);
    for (int place = from; place < end; place++) {
      gain += worth(place + 1, place) - worth(place, place + 1);
    }
    if (arcWeight > 0) {
      for (int place = from; place <= end; place++) {
        gain -= arcWeight * further(place, from + end - place);
      }
    }
    if (gain < LEAST_GAIN) {
      return false;
    }
    turn(from, end);
    sumShifts();
    return true;
  }

  /** The worth of one place's track before another's; 0 beyond the ends. */
  private double worth(int place, int next) {
    return place < 0 || next >= order.length ? 0 : scores.worth(order[place], order[next]);
  }

  /** How much the distances from the arc grow if the tracks of these places shift. */
  private double moved(int from, int end, int shift) {
    if (Math.abs(shift) <= SMALL_BLOCK) {
      double[] sums = shifted[shift + SMALL_BLOCK];
      return sums[end] - sums[from];
    }
    double sum = 0;
    for (int place = from; place < end; place++) {
      sum += further(place, place + shift);
    }
    return sum;
  }

  private double further(int place, int target) {
    return arc == null ? 0 : arc.distance(order[place], target) - arc.distance(order[place], place);
  }

  private void sumShifts() {
    if (arcWeight == 0) {
      return;
    }
    for (int shift = -SMALL_BLOCK; shift <= SMALL_BLOCK; shift++) {
      double[] sums = shifted[shift + SMALL_BLOCK];
      for (int place = 0; place < order.length; place++) {
        int target = place + shift;
        boolean exists = target >= 0 && target < order.length;
        sums[place + 1] = sums[place] + (exists ? further(place, target) : 0);
      }
    }
  }

  private void turn(int from, int end) {
    for (int left = from, right = end; left < right; left++, right--) {
      int track = order[left];
      order[left] = order[right];
      order[right] = track;
    }
  }
}
