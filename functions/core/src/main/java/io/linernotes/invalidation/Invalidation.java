package io.linernotes.invalidation;

import io.linernotes.session.Scope;
import io.linernotes.session.Viewer;
import io.linernotes.track.SpotifyId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to invalidate.
 *
 * @param keys single records
 * @param playlists each with all its pages and with every user's own copy
 * @param tracks each with everything cached under its id and, if its names are known, under those;
 *     its artists stay, since other tracks share them
 * @param viewer the user in whose name the playlists are fetched again; null for none
 */
public record Invalidation(
    List<NamedKey> keys, Set<SpotifyId> playlists, Set<SpotifyId> tracks, @Nullable Viewer viewer) {

  public Invalidation {
    keys = List.copyOf(keys);
    playlists = Set.copyOf(playlists);
    tracks = Set.copyOf(tracks);
  }

  /** An invalidation without a user. */
  public Invalidation(List<NamedKey> keys, Set<SpotifyId> playlists, Set<SpotifyId> tracks) {
    this(keys, playlists, tracks, null);
  }

  /** This invalidation in the name of a user, with that user's own copies; null for no user. */
  public Invalidation seenBy(@Nullable Viewer user) {
    return new Invalidation(keys, playlists, tracks, user);
  }

  /** The scopes that the playlists are cached in. */
  Set<Scope> scopes() {
    return viewer == null ? Set.of(Scope.EVERYBODY) : Set.of(Scope.EVERYBODY, viewer.scope());
  }

  /** A playlist with all its pages. */
  public static Invalidation ofPlaylist(SpotifyId playlist) {
    return new Invalidation(List.of(), Set.of(playlist), Set.of());
  }

  /** One record. */
  public static Invalidation ofKey(NamedKey key) {
    return new Invalidation(List.of(key), Set.of(), Set.of());
  }
}
