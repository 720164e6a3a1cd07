package io.linernotes.demand;

import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.util.List;

/**
 * How often playlists were requested, for the most popular ones (the Space-Saving algorithm). Each
 * day has a bounded number of places. When all are taken, a new playlist replaces the least
 * requested one and continues its count. So a popular playlist gets a place even if it first
 * appears late in the day.
 *
 * <p>An example with two places: A has 5 requests and B has 2. A first request for C replaces B,
 * and C stands at 3.
 */
public interface DemandRecord {

  /**
   * Counts a request for a playlist. Never throws: a lost count does no harm.
   *
   * @param weight how many requests this one stands for
   */
  void asked(SpotifyId playlist, int weight, Instant now);

  /**
   * The most requested playlists of recent days, the most requested first, at most {@code most}.
   */
  List<SpotifyId> mostAsked(int most, Instant now);
}
