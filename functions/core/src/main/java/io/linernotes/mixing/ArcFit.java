package io.linernotes.mixing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far each track would be from the arc at each place. A track of unknown energy has distance 0.
 */
final class ArcFit {

  /**
   * The mean distance of a shuffled order: independent ranks and targets are a third apart on
   * average.
   */
  private static final double SHUFFLED = 1.0 / 3;

  private static final double MIDDLE = 0.5;

  private final int size;
  private final int known;
  private final double[] targets;
  private final @Nullable Double[] ranks;

  ArcFit(List<SetTrack> tracks, Arc arc) {
    size = tracks.size();
    double[] energies =
        tracks.stream()
            .map(track -> track.mix().energy())
            .filter(Objects::nonNull)
            .mapToDouble(energy -> energy)
            .sorted()
            .toArray();
    known = energies.length;
    ranks =
        tracks.stream()
            .map(track -> track.mix().energy())
            .map(energy -> energy == null ? null : rank(energy, energies))
            .toArray(Double[]::new);
    targets =
        IntStream.range(0, size)
            .mapToDouble(place -> arc.target(size == 1 ? 0 : (double) place / (size - 1)))
            .toArray();
  }

  /**
   * The rank of an energy, 0 for the lowest, 1 for the highest; equal energies share their mean
   * rank.
   */
  private static double rank(double energy, double[] sorted) {
    long below = Arrays.stream(sorted).filter(other -> other < energy).count();
    long equal = Arrays.stream(sorted).filter(other -> other == energy).count();
    return sorted.length == 1 ? MIDDLE : (below + (equal - 1) / 2.0) / (sorted.length - 1);
  }

  /** How far the track would be from the arc at that place, 0 to 1. */
  double distance(int track, int place) {
    Double rank = ranks[track];
    return rank == null ? 0 : Math.abs(rank - targets[place]);
  }

  /** 1 for an order that follows the arc exactly, 0 for one no better than shuffled. */
  @Nullable Double of(int[] order) {
    if (known < 2) {
      return null;
    }
    double sum = 0;
    for (int place = 0; place < order.length; place++) {
      sum += distance(order[place], place);
    }
    return Math.max(0, 1 - sum / known / SHUFFLED);
  }
}
