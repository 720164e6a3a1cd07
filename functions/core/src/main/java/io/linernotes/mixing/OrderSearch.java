package io.linernotes.mixing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The search for an order. The package description lists its steps. */
final class OrderSearch {

  /** How many moves all local searches together may evaluate: half a second of work. */
  static final long BUDGET = 12_000_000;

  /** How many greedy orders are tried, each from another first track. */
  private static final int GREEDY_STARTS = 24;

  /**
   * The weights of a place's distance from the arc relative to a transition's score, strongest
   * first.
   */
  private static final double[] ARC_WEIGHTS = {2, 1, 0.5, 0.25, 0.12, 0.06, 0.03};

  /** The share of the smoothest order's gain that an order along an arc must keep. */
  private static final double KEPT_GAIN = 0.25;

  private final OrderRequest request;
  private final ScoreMatrix scores;
  private final @Nullable ArcFit arc;
  private final int[] given;
  private long evaluations;

  OrderSearch(OrderRequest request) {
    this.request = request;
    this.scores = new ScoreMatrix(request.tracks());
    this.arc = request.arc() == null ? null : new ArcFit(request.tracks(), request.arc());
    this.given = fixed(IntStream.range(0, request.tracks().size()).toArray());
  }

  /** The given order with the wanted start and end at their places. */
  int[] given() {
    return given.clone();
  }

  double meanScore(int[] order) {
    return scores.meanScore(order);
  }

  @Nullable Double arcFit(int[] order) {
    return arc == null ? null : arc.of(order);
  }

  /** How many moves were evaluated. */
  long evaluations() {
    return evaluations;
  }

  /** The best order found. */
  int[] order() {
    if (scores.size() < 2) {
      return given();
    }
    int[] smoothest = smoothest();
    int[] order = arc == null ? smoothest : alongArc(arc, smoothest);
    return meanScore(order) < meanScore(given) ? given() : order;
  }

  /** The order that follows the arc most closely and keeps its share of the gain. */
  private int[] alongArc(ArcFit arc, int[] smoothest) {
    double least = Math.max(meanScore(given), meanScore(greedy(given[0], null, 0)));
    double floor = least + KEPT_GAIN * (meanScore(smoothest) - least);
    for (double weight : ARC_WEIGHTS) {
      int[] order = greedy(start(arc), arc, weight);
      improve(order, arc, weight, BUDGET * 3 / 4 / ARC_WEIGHTS.length);
      if (meanScore(order) >= floor && repeats(order) <= repeats(smoothest)) {
        return order;
      }
    }
    return smoothest;
  }

  /** The wanted first track, else the one that fits the arc's beginning best. */
  private int start(ArcFit arc) {
    return request.start() != null
        ? request.start()
        : IntStream.of(given)
            .filter(track -> request.end() == null || track != request.end())
            .boxed()
            .min(Comparator.comparingDouble(track -> arc.distance(track, 0)))
            .orElse(given[0]);
  }

  /** The best order without an arc; the best greedy orders are improved first. */
  private int[] smoothest() {
    long budget = BUDGET / 4;
    int[] best = given;
    for (int[] start : starts()) {
      if (budget > 0) {
        int[] order = start.clone();
        budget = improve(order, null, 0, budget);
        best = better(best, order);
      }
    }
    return best;
  }

  /** The greedy orders from several first tracks, the best first, and the given order. */
  private List<int[]> starts() {
    int free = request.start() != null ? 1 : Math.min(GREEDY_STARTS, scores.size());
    return Stream.concat(
            IntStream.range(0, free)
                .map(i -> given[i * scores.size() / free])
                .filter(start -> request.end() == null || start != request.end())
                .mapToObj(start -> greedy(start, null, 0))
                .sorted(Comparator.comparingDouble((int[] order) -> -scores.worth(order))),
            Stream.of(given))
        .toList();
  }

  /** Improves the order in place; returns what is left of the budget. */
  private long improve(int[] order, @Nullable ArcFit arc, double weight, long budget) {
    int first = request.start() == null ? 0 : 1;
    int last = scores.size() - (request.end() == null ? 1 : 2);
    long left = new LocalSearch(scores, arc, weight, first, last, order, budget).run();
    evaluations += budget - left;
    return left;
  }

  private int[] better(int[] one, int[] other) {
    return scores.worth(one) >= scores.worth(other) ? one : other;
  }

  private long repeats(int[] order) {
    return IntStream.range(1, order.length)
        .filter(place -> scores.isRepeat(order[place - 1], order[place]))
        .count();
  }

  /**
   * Always continues with the best next track; with an arc, its distance from the arc counts, too.
   */
  private int[] greedy(int start, @Nullable ArcFit arc, double weight) {
    int[] order = new int[scores.size()];
    boolean[] used = new boolean[scores.size()];
    Integer end = request.end();
    int places = order.length;
    if (end != null && places > 1) {
      order[--places] = end;
      used[end] = true;
    }
    order[0] = start;
    used[start] = true;
    for (int place = 1; place < places; place++) {
      order[place] = next(order[place - 1], place, used, arc, weight);
      used[order[place]] = true;
    }
    return order;
  }

  private int next(int from, int place, boolean[] used, @Nullable ArcFit arc, double weight) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int to : given) {
      if (!used[to]) {
        double worth = scores.worth(from, to);
        if (arc != null) {
          worth -= weight * arc.distance(to, place);
        }
        if (worth > most) {
          best = to;
          most = worth;
        }
      }
    }
    return best;
  }

  /** The order with the wanted start moved to the front and the wanted end to the back. */
  private int[] fixed(int[] order) {
    List<Integer> fixed = new ArrayList<>(IntStream.of(order).boxed().toList());
    if (request.end() != null) {
      fixed.remove(request.end());
      fixed.addLast(request.end());
    }
    if (request.start() != null) {
      fixed.remove(request.start());
      fixed.addFirst(request.start());
    }
    return fixed.stream().mapToInt(Integer::intValue).toArray();
  }
}
