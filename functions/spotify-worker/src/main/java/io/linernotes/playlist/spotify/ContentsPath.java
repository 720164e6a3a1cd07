package io.linernotes.playlist.spotify;

/**
 * Where a playlist's contents are: under {@code tracks} until 2026, under {@code items} since.
 * Applications in development mode have lost the old path, others have both.
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

  /** The name, in paths and as a field of playlists. */
  String id() {
    return id;
  }

  /** How many entries one call can bring. */
  int most() {
    return most;
  }

  /** The other path. */
  ContentsPath other() {
    return this == ITEMS ? TRACKS : ITEMS;
  }
}
