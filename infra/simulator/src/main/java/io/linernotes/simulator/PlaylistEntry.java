package io.linernotes.simulator;

/** The entry at one position of a playlist. */
public sealed interface PlaylistEntry {

  /** A song of the catalogue. */
  record Track(Song song) implements PlaylistEntry {}

  /** A file on the owner's computer: no ids, no ISRC, whole seconds. */
  record LocalFile(String artist, String album, String title, int seconds)
      implements PlaylistEntry {}

  /** An episode of a podcast. */
  record Episode(String show, String title, long durationMs) implements PlaylistEntry {}

  /** A track that Spotify has withdrawn, which is null in JSON. */
  record Unavailable() implements PlaylistEntry {}
}
