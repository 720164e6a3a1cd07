package io.linernotes.enrichment.lastfm;

import io.linernotes.json.Json;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads single fields of replies. Last.fm writes 0 and "" for unknown values; an impossible value
 * reads as unknown, too.
 */
final class Fields {

  /** More than there are people; a larger count is an error. */
  static final long MOST_LISTENERS = 10_000_000_000L;

  static final long MOST_PLAYS = 100_000_000_000_000L;

  /** A day in milliseconds. */
  static final long LONGEST_MS = 86_400_000;

  /** Last.fm cuts names at 255 characters. */
  private static final int LONGEST_NAME = 1_000;

  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private Fields() {}

  /** The name at the path in single spaces; null if it is not a text, or too long for a name. */
  static @Nullable String name(Json json, String... path) {
    if (!json.at(path).isText()) {
      return null;
    }
    String text = json.text(path);
    String name = text == null ? null : singleSpaced(text);
    return name == null || name.length() > LONGEST_NAME ? null : name;
  }

  /** The text with every run of white space folded into one space. */
  static String singleSpaced(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /** The count at the path; null for 0 and for more than {@code most}. */
  static @Nullable Long count(Json json, long most, String... path) {
    Long count = json.wholeNumber(path);
    return count != null && count > 0 && count <= most ? count : null;
  }

  /** The web address at the path; null if it is neither http nor https. */
  static @Nullable String link(Json json, String... path) {
    String text = json.text(path);
    return text != null && (text.startsWith("https://") || text.startsWith("http://"))
        ? text
        : null;
  }
}
