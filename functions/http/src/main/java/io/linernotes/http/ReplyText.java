package io.linernotes.http;

import org.jspecify.annotations.Nullable;

/** Reduces names and titles in replies to one short line. */
public final class ReplyText {

  /** Longer than any name or title that providers show. */
  static final int LONGEST = 500;

  private ReplyText() {}

  /**
   * The text on one line: a run of spaces and control characters becomes one space, and the text
   * ends after {@value #LONGEST} characters. Null if nothing is left.
   */
  public static @Nullable String line(@Nullable String text) {
    if (text == null) {
      return null;
    }
    StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST));
    boolean blank = false;
    for (int i = 0; i < text.length() && line.length() < LONGEST; ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point == ' ' || Character.isISOControl(point)) {
        blank = true;
      } else {
        if (blank && !line.isEmpty()) {
          line.append(' ');
        }
        blank = false;
        line.appendCodePoint(point);
      }
    }
    return line.isEmpty() ? null : line.toString();
  }
}
