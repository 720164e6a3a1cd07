package io.linernotes.mixing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tracks to put into an order.
 *
 * @param tracks at most {@value #MOST_TRACKS}, in the given order
 * @param arc null for the smoothest order, regardless of energy
 * @param start the index of the track to begin with, null for any
 * @param end the index of the track to end with, null for any
 */
public record OrderRequest(
    List<SetTrack> tracks, @Nullable Arc arc, @Nullable Integer start, @Nullable Integer end) {

  public static final int MOST_TRACKS = 500;

  /** Copies the tracks; checks their number and that start and end are two of them. */
  public OrderRequest {
    tracks = List.copyOf(tracks);
    if (tracks.size() > MOST_TRACKS) {
      throw new IllegalArgumentException(
          tracks.size() + " tracks are too many to put into an order, " + MOST_TRACKS + " at most");
    }
    requireIndex("start", start, tracks.size());
    requireIndex("end", end, tracks.size());
    if (start != null && start.equals(end) && tracks.size() > 1) {
      throw new IllegalArgumentException("start and end are the same track");
    }
  }

  private static void requireIndex(String name, @Nullable Integer index, int size) {
    if (index != null && (index < 0 || index >= size)) {
      throw new IllegalArgumentException(name + " is " + index + ", but there are " + size);
    }
  }
}
