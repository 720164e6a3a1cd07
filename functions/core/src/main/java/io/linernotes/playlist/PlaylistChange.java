package io.linernotes.playlist;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Kind;
import io.linernotes.session.Scope;
import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A client's report that a playlist has changed. It ends every user's own copy from before. No list
 * of these copies exists; instead, every read of a user's copy reads this record too.
 */
public record PlaylistChange(Instant at) {

  /** It lasts as long as any copy from before it. */
  public static final Kind<PlaylistChange> KIND =
      Kind.ofSpotify(
          "playlist_change",
          "spotify:playlist_change:",
          PlaylistChange.class,
          PlaylistKeys.PLAYLIST.freshFor());

  /** To the millisecond, as the times of entries are stored. */
  public PlaylistChange {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** {@code spotify:playlist_change:{playlist_id}}. */
  public static CacheKey<PlaylistChange> key(SpotifyId playlist) {
    return KIND.key(playlist.value());
  }

  /** The entry that stores this change. */
  public Entry<PlaylistChange> entry(SpotifyId playlist) {
    return Entry.until(key(playlist), this, at, at.plus(KIND.freshFor()).plus(KIND.grace()));
  }

  /**
   * The view without a user's copies that were fetched before the change, if there was one.
   * Everybody's copy stays, since the invalidation has removed that one itself.
   *
   * @param view includes the slot of {@link #key}
   */
  public static CacheView withoutOlderCopies(
      CacheView view, SpotifyId playlist, Scope scope, Instant now) {
    PlaylistChange change = view.slot(key(playlist)).value(now);
    if (change == null || scope.equals(Scope.EVERYBODY)) {
      return view;
    }
    String own = PlaylistKeys.playlist(playlist, scope).value();
    String pages = PlaylistKeys.pages(playlist, scope);
    return view.endedIfFetchedUntil(change.at(), key -> key.equals(own) || key.startsWith(pages));
  }
}
