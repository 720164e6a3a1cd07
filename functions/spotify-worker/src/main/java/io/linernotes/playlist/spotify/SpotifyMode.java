package io.linernotes.playlist.spotify;

import io.linernotes.config.Configuration;
import java.util.Locale;
import java.util.stream.Stream;

/** The application's quota mode, as its owner configures it. */
public enum SpotifyMode {
  /** Unknown: what Spotify refuses is found out from its replies. */
  AUTO,
  /**
   * The quota mode of new applications: no batches, audio features and recommendations, and the
   * contents of users' own playlists only. Calls that are refused anyway are not made.
   */
  DEVELOPMENT,
  /** The quota mode of large organisations: everything. */
  EXTENDED;

  private static final String VARIABLE = "SPOTIFY_MODE";

  /**
   * The mode that {@code SPOTIFY_MODE} names; auto if it is not set.
   *
   * @throws IllegalStateException if its value is not a mode
   */
  static SpotifyMode of(Configuration configuration) {
    String name = configuration.optional(VARIABLE).orElse("auto");
    return Stream.of(values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    VARIABLE + " is " + name + ". Set it to auto, development or extended."));
  }
}
