package io.linernotes.demand;

import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Records a random sample of the requests for public playlists in a {@link DemandRecord}. Each
 * sampled request counts with a weight of 1 / {@code sampling}, so that the sums are right on
 * average.
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

  /** Records a request for a public playlist, if it is drawn for the sample. */
  public void asked(SpotifyId playlist, Instant now) {
    if (random.nextDouble() < sampling) {
      demand.asked(playlist, (int) Math.round(1 / sampling), now);
    }
  }
}
