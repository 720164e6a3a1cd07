package io.linernotes.track;

import org.jspecify.annotations.Nullable;

/** An artist credited on a track: the name as credited and, where Spotify told it, the id. */
public record Artist(String name, @Nullable SpotifyId id) {

  /** An artist known by name alone. */
  public static Artist named(String name) {
    return new Artist(name, null);
  }
}
