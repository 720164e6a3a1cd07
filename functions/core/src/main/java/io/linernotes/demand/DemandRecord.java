package io.linernotes.demand;

import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.util.List;

/**
 * How often playlists were asked for. A record of the most popular ones: it has a bounded number of
 * places for each day, and when all are taken, a newcomer takes the place of the least asked for
 * and its count with it. What is asked for often so finds a place however late in the day it comes.
 */
public interface DemandRecord {

  /**
   * Counts a playlist. Never throws: a count that is lost does no harm.
   *
   * @param weight how many requests this one stands for
   */
  void asked(SpotifyId playlist, int weight, Instant now);

  /** The playlists asked for most these days, the most first, at most {@code most}. */
  List<SpotifyId> mostAsked(int most, Instant now);
}
