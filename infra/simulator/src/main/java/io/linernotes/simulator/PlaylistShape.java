package io.linernotes.simulator;

/** The field names of a playlist's contents at Spotify, which changed in 2026. */
public enum PlaylistShape {
  /** {@code tracks}, and {@code track} in every entry. */
  TRACKS,
  /** {@code items}, and {@code item} in every entry. */
  ITEMS,
  /** Both, as recorded during the change. */
  BOTH;

  boolean names(PlaylistShape other) {
    return this == BOTH || this == other;
  }
}
