package io.linernotes.playlist;

import static java.time.Duration.ofHours;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Kind;
import io.linernotes.session.Scope;
import io.linernotes.track.SpotifyId;

/** The keys and lifetimes of playlists. */
public final class PlaylistKeys {

  public static final Kind<Playlist> PLAYLIST =
      Kind.ofSpotify("playlist", "spotify:playlist:", Playlist.class, ofHours(24));
  public static final Kind<PlaylistPage> PAGE =
      Kind.ofSpotify("playlist_page", "spotify:playlist_tracks:", PlaylistPage.class, ofHours(24));

  private PlaylistKeys() {}

  /** {@code spotify:playlist:{playlist_id}}, as everybody may see it. */
  public static CacheKey<Playlist> playlist(SpotifyId playlist) {
    return playlist(playlist, Scope.EVERYBODY);
  }

  /** {@code spotify:playlist:{playlist_id}} among the keys of a scope. */
  public static CacheKey<Playlist> playlist(SpotifyId playlist, Scope scope) {
    return new CacheKey<>(PLAYLIST, scope.key(PLAYLIST.prefix() + playlist));
  }

  /** {@code spotify:playlist_tracks:{playlist_id}:{offset}}, as everybody may see it. */
  public static CacheKey<PlaylistPage> page(SpotifyId playlist, int offset) {
    return page(playlist, offset, Scope.EVERYBODY);
  }

  /** {@code spotify:playlist_tracks:{playlist_id}:{offset}} among the keys of a scope. */
  public static CacheKey<PlaylistPage> page(SpotifyId playlist, int offset, Scope scope) {
    return new CacheKey<>(PAGE, pages(playlist, scope) + offset);
  }

  /** How the keys of the playlist's pages begin. */
  static String pages(SpotifyId playlist, Scope scope) {
    return scope.key(PAGE.prefix() + playlist + ":");
  }
}
