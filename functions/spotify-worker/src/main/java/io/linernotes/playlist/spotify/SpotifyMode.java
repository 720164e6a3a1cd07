package io.linernotes.playlist.spotify;

import io.linernotes.config.Configuration;
import java.util.Locale;
import java.util.stream.Stream;

/** What Spotify allows to this application, as far as its owner says. */
public enum SpotifyMode {
  /** Found out from the replies. */
  AUTO,
  /**
   * The quota mode of new applications: no batches, audio features and recommendations, and the
   * contents of one's own playlists only. What is refused anyway is not tried.
   */
  DEVELOPMENT,
  /** The quota mode of large organisations: everything. */
  EXTENDED;

  private static final String VARIABLE = "SPOTIFY_MODE";

  /**
   * The mode that {@code SPOTIFY_MODE} names; auto unless it is set.
   *
   * @throws IllegalStateException if it names none
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
