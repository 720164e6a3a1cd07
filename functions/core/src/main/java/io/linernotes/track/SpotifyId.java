package io.linernotes.track;

import java.util.Optional;
import java.util.regex.Pattern;

/** Spotify's id of a track, playlist, artist or episode: 22 base-62 characters. */
public record SpotifyId(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{22}");

  /**
   * @throws IllegalArgumentException if {@code value} is not 22 base-62 characters
   */
  public SpotifyId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a Spotify id (22 letters and digits): " + Names.abbreviated(value));
    }
  }

  /** The id in {@code text}, or nothing if it is absent or malformed. */
  public static Optional<SpotifyId> parse(@org.jspecify.annotations.Nullable String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(new SpotifyId(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
