package io.linernotes.invalidation;

import io.linernotes.session.Scope;
import io.linernotes.session.Viewer;
import io.linernotes.track.SpotifyId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be invalidated.
 *
 * @param keys single records
 * @param playlists each with all its pages, and whatever any user was shown of it
 * @param tracks each with all that is known under its id and, as far as its names are known, under
 *     those; its artists, who have other tracks too, stay
 * @param viewer the user in whose name the playlists are asked for again; null for none
 */
public record Invalidation(
    List<NamedKey> keys, Set<SpotifyId> playlists, Set<SpotifyId> tracks, @Nullable Viewer viewer) {

  public Invalidation {
    keys = List.copyOf(keys);
    playlists = Set.copyOf(playlists);
    tracks = Set.copyOf(tracks);
  }

  /** Of what everybody may see. */
  public Invalidation(List<NamedKey> keys, Set<SpotifyId> playlists, Set<SpotifyId> tracks) {
    this(keys, playlists, tracks, null);
  }

  /** The same with what a user may see of it, or nobody in particular. */
  public Invalidation seenBy(@Nullable Viewer user) {
    return new Invalidation(keys, playlists, tracks, user);
  }

  /** Where the playlists are kept. */
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
