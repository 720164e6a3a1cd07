package io.linernotes.invalidation;

import io.linernotes.track.SpotifyId;
import java.util.List;
import java.util.Set;

/**
 * What is to be invalidated.
 *
 * @param keys single records
 * @param playlists each with all its pages
 * @param tracks each with all that is known under its id and, as far as its names are known, under
 *     those; its artists, who have other tracks too, stay
 */
public record Invalidation(List<NamedKey> keys, Set<SpotifyId> playlists, Set<SpotifyId> tracks) {

  public Invalidation {
    keys = List.copyOf(keys);
    playlists = Set.copyOf(playlists);
    tracks = Set.copyOf(tracks);
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
