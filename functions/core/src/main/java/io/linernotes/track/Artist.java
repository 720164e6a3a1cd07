package io.linernotes.track;

import org.jspecify.annotations.Nullable;

/** An artist credited on a track: the name as credited, and Spotify's id if it is known. */
public record Artist(String name, @Nullable SpotifyId id) {

  /** An artist known by name only. */
  public static Artist named(String name) {
    return new Artist(name, null);
  }
}
