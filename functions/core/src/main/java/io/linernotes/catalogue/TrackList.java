package io.linernotes.catalogue;

import io.linernotes.track.Track;
import java.util.List;

/** Tracks in Spotify's order: the hits of a search, or recommendations. */
public record TrackList(List<Track> tracks) {

  /**
   * @throws IllegalArgumentException if there is no track; a miss says that instead
   */
  public TrackList {
    tracks = List.copyOf(tracks);
    if (tracks.isEmpty()) {
      throw new IllegalArgumentException("a list without tracks is a miss");
    }
  }
}
