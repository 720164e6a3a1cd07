package io.linernotes.demand;

import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Tells a {@link DemandRecord} of some requests for all: each with the same probability, weighted
 * so that the sums come out right. Only of playlists that anybody may see.
 */
public final class Demand {

  private final DemandRecord demand;
  private final double sampling;
  private final RandomGenerator random;

  /**
   * @param sampling the share of requests that is recorded, above 0 and at most 1
   */
  public Demand(DemandRecord demand, double sampling, RandomGenerator random) {
    if (!(sampling > 0 && sampling <= 1)) {
      throw new IllegalArgumentException("a share is above 0 and at most 1, not " + sampling);
    }
    this.demand = demand;
    this.sampling = sampling;
    this.random = random;
  }

  /** Notes, perhaps, that a public playlist was asked for. */
  public void asked(SpotifyId playlist, Instant now) {
    if (random.nextDouble() < sampling) {
      demand.asked(playlist, (int) Math.round(1 / sampling), now);
    }
  }
}
