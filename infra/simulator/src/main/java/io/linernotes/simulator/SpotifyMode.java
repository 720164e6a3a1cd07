package io.linernotes.simulator;

/** Spotify's quota modes, which decide what an application may do. */
public enum SpotifyMode {
  /**
   * The quota mode that every new application has: no batch gets, no audio features, no
   * recommendations, ten search hits, and the contents of one's own playlists only.
   */
  DEVELOPMENT,
  /** The quota mode of large organisations, audio features and recommendations included. */
  EXTENDED
}
