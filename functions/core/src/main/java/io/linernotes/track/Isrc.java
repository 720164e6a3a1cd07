package io.linernotes.track;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An International Standard Recording Code (ISO 3901): country, registrant, year and designation,
 * 12 characters. Hyphens and lower case are accepted and normalised.
 */
public record Isrc(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[A-Z0-9]{3}[0-9]{7}");

  /**
   * @throws IllegalArgumentException if {@code value} is not an ISRC
   */
  public Isrc {
    String compact = compact(value);
    if (!FORM.matcher(compact).matches()) {
      throw new IllegalArgumentException(
          "not an ISRC (12 characters such as GBAYE6900477): " + Names.abbreviated(value));
    }
    value = compact;
  }

  /** The code in {@code text}, or nothing if it is absent or malformed. */
  public static Optional<Isrc> parse(@Nullable String text) {
    return text != null && FORM.matcher(compact(text)).matches()
        ? Optional.of(new Isrc(text))
        : Optional.empty();
  }

  private static String compact(String text) {
    return text.replace("-", "").strip().toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
