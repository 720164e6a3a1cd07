package io.linernotes.warming;

import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.util.List;

/**
 * What is to be kept warm.
 *
 * @param playlists the most wanted first
 * @param tracks single tracks
 * @param unseenToo whether the tracks of a playlist that was never seen are asked for as soon as it
 *     arrives, however many they are; otherwise the next run asks for them within its budget
 */
public record WarmupTargets(List<SpotifyId> playlists, List<Track> tracks, boolean unseenToo) {

  public WarmupTargets {
    playlists = List.copyOf(playlists);
    tracks = List.copyOf(tracks);
  }
}
