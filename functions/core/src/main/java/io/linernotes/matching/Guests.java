package io.linernotes.matching;

import java.util.regex.Pattern;

/** Guest artists named within a title or an artist's name: some catalogues do it, others do not. */
public final class Guests {

  /** {@code 6 ft Under} names no guest. */
  private static final Pattern TRAILING =
      Pattern.compile(
          "(?<![0-9])\\s+(?:feat\\.?|featuring|ft\\.?)\\s+\\S.*$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern BRACKETED =
      Pattern.compile(
          "\\s*[(\\[]\\s*(?:feat|ft|featuring)\\b[^)\\]]*[)\\]]", Pattern.CASE_INSENSITIVE);

  private Guests() {}

  /** The name without {@code feat. …}, unless nothing would remain. */
  public static String stripped(String name) {
    String outside = BRACKETED.matcher(name).replaceAll(" ");
    String rest = TRAILING.matcher(outside).replaceFirst("").strip();
    return rest.isEmpty() ? name.strip() : rest;
  }
}
