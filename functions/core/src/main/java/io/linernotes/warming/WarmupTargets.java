package io.linernotes.warming;

import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The playlists and tracks to keep fresh.
 *
 * @param playlists by priority, the first one first
 * @param tracks single tracks
 * @param unseenToo whether the task of a playlist that is not cached includes the sections of its
 *     tracks, as far as the budget allows for an ordinary playlist; otherwise the next run requests
 *     them
 * @param from where the last run stopped; null to begin with the first playlist
 */
public record WarmupTargets(
    List<SpotifyId> playlists, List<Track> tracks, boolean unseenToo, @Nullable Position from) {

  public WarmupTargets {
    playlists = List.copyOf(playlists);
    tracks = List.copyOf(tracks);
  }

  /** Targets from the first playlist on. */
  public WarmupTargets(List<SpotifyId> playlists, List<Track> tracks, boolean unseenToo) {
    this(playlists, tracks, unseenToo, null);
  }

  /** A playlist and the offset of one of its pages. */
  public record Position(SpotifyId playlist, int offset) {}
}
