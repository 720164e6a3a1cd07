package io.linernotes.playlist;

import static java.time.Duration.ofHours;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Kind;
import io.linernotes.track.SpotifyId;

/** The keys and lifetimes of playlists. */
public final class PlaylistKeys {

  public static final Kind<Playlist> PLAYLIST =
      Kind.ofSpotify("playlist", Playlist.class, ofHours(24));
  public static final Kind<PlaylistPage> PAGE =
      Kind.ofSpotify("playlist_page", PlaylistPage.class, ofHours(24));

  private PlaylistKeys() {}

  /** {@code spotify:playlist:{playlist_id}}. */
  public static CacheKey<Playlist> playlist(SpotifyId playlist) {
    return new CacheKey<>(PLAYLIST, "spotify:playlist:" + playlist);
  }

  /** {@code spotify:playlist_tracks:{playlist_id}:{offset}}. */
  public static CacheKey<PlaylistPage> page(SpotifyId playlist, int offset) {
    return new CacheKey<>(PAGE, "spotify:playlist_tracks:" + playlist + ":" + offset);
  }
}
