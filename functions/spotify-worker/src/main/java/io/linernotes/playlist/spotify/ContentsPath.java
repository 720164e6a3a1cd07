package io.linernotes.playlist.spotify;

/**
 * The path of a playlist's contents: {@code tracks} until 2026, {@code items} since. Applications
 * in development mode have lost the old path, others have both.
 */
enum ContentsPath {
  ITEMS("items", 50),
  TRACKS("tracks", 100);

  private final String id;
  private final int most;

  ContentsPath(String id, int most) {
    this.id = id;
    this.most = most;
  }

  /** The name, as a path segment and as a field of playlists. */
  String id() {
    return id;
  }

  /** The most entries that one call can return. */
  int most() {
    return most;
  }

  /** The other path. */
  ContentsPath other() {
    return this == ITEMS ? TRACKS : ITEMS;
  }
}
