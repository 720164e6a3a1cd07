package io.linernotes.warming;

import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept warm.
 *
 * @param playlists the most wanted first
 * @param tracks single tracks
 * @param unseenToo whether the sections of a playlist that was never seen are requested together
 *     with it, as far as the budget serves an ordinary playlist; otherwise the next run does that
 * @param from where to begin, because an earlier run stopped there; null for the most wanted
 */
public record WarmupTargets(
    List<SpotifyId> playlists, List<Track> tracks, boolean unseenToo, @Nullable Position from) {

  public WarmupTargets {
    playlists = List.copyOf(playlists);
    tracks = List.copyOf(tracks);
  }

  /** Targets of which the most wanted come first. */
  public WarmupTargets(List<SpotifyId> playlists, List<Track> tracks, boolean unseenToo) {
    this(playlists, tracks, unseenToo, null);
  }

  /** A playlist and the offset of one of its pages. */
  public record Position(SpotifyId playlist, int offset) {}
}
