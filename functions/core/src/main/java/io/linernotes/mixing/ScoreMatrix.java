package io.linernotes.mixing;

import java.util.List;

/** The transition scores of every pair of tracks, each computed once. */
final class ScoreMatrix {

  /**
   * A penalty larger than the sum of all scores, so that one artist twice in a row is the last
   * resort.
   */
  private static final double REPEAT = 1_000;

  private final int size;
  private final double[] worths;

  ScoreMatrix(List<SetTrack> tracks) {
    size = tracks.size();
    worths = new double[size * size];
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        if (from != to) {
          SetTrack first = tracks.get(from);
          SetTrack second = tracks.get(to);
          worths[from * size + to] =
              first.isBySameArtistAs(second) ? -REPEAT : Transition.score(first, second);
        }
      }
    }
  }

  int size() {
    return size;
  }

  double score(int from, int to) {
    return Math.max(0, worth(from, to));
  }

  /** The score, or a large penalty if one artist would play twice in a row. */
  double worth(int from, int to) {
    return worths[from * size + to];
  }

  boolean isRepeat(int from, int to) {
    return worth(from, to) < 0;
  }

  double meanScore(int[] order) {
    double sum = 0;
    for (int place = 1; place < order.length; place++) {
      sum += score(order[place - 1], order[place]);
    }
    return order.length < 2 ? 0 : sum / (order.length - 1);
  }

  double worth(int[] order) {
    double sum = 0;
    for (int place = 1; place < order.length; place++) {
      sum += worth(order[place - 1], order[place]);
    }
    return sum;
  }
}
