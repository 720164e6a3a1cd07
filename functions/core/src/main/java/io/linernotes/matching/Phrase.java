package io.linernotes.matching;

import java.util.regex.Pattern;

/** A name as a phrase to search for: one line of bounded length. */
public final class Phrase {

  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\p{Cntrl}\\p{Zs}\\p{Zl}\\p{Zp}]+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final int LONGEST = 120;

  private Phrase() {}

  /** The name in single spaces, cut between two words if it is longer than 120 characters. */
  public static String of(String name) {
    String line = BLANKS.matcher(name).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    String cut = line.substring(0, line.offsetByCodePoints(0, LONGEST));
    int space = cut.lastIndexOf(' ');
    return space > 0 ? cut.substring(0, space) : cut;
  }
}
