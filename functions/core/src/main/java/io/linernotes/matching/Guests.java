package io.linernotes.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds guest artists within a title or an artist's name, where some catalogues name them. */
public final class Guests {

  /** A name without its guests, and the guests. */
  record Split(String rest, List<String> names) {}

  /**
   * {@code feat.X}, {@code ft. X}, {@code featuring X}; a bracket before it is part of the match.
   */
  private static final Pattern OPENING =
      Pattern.compile(
          "(?:^|[ (\\[{（【])(?:feat(?:uring|\\.)?|ft\\.?)(?= |(?<=\\.)[^ ])|^f\\. ?(?=[^ ])",
          Pattern.CASE_INSENSITIVE);

  /** Words after a length in feet: {@code 6 ft Under} names no guest. */
  private static final Set<String> MEASURED =
      Set.of(
          "under", "deep", "high", "tall", "down", "below", "above", "over", "long", "wide", "away",
          "from", "of", "and", "in", "to", "");

  /** What joins guests. A name such as {@code Earth, Wind & Fire} is split alike on both sides. */
  private static final Pattern JOINTS =
      Pattern.compile(
          " ?[,;/、，] ?| (?:&|\\+|and|x|×|vs\\.?|with|e|et|y|und|och|og|i|и) ",
          Pattern.CASE_INSENSITIVE);

  private Guests() {}

  /** The name without {@code feat. …}, unless nothing would remain. */
  public static String stripped(String name) {
    String line = FoldedName.collapsed(name);
    Brackets brackets = Brackets.of(line);
    String rest = line;
    if (!brackets.inside().isEmpty() && brackets.inside().stream().anyMatch(Guests::isGuests)) {
      rest = withoutGuests(brackets);
    }
    String stripped = split(rest).rest();
    return stripped.isEmpty() ? line : stripped;
  }

  private static boolean isGuests(String inside) {
    Split split = split(inside);
    return !split.names().isEmpty() && split.rest().isEmpty();
  }

  private static String withoutGuests(Brackets brackets) {
    StringBuilder rest = new StringBuilder(FoldedName.collapsed(brackets.outside()));
    brackets.inside().stream()
        .filter(inside -> !isGuests(inside))
        .forEach(inside -> rest.append(" (").append(inside).append(')'));
    return rest.toString();
  }

  /** Splits a name without brackets at its guests. */
  static Split split(String name) {
    Matcher opening = OPENING.matcher(name);
    while (opening.find()) {
      if (!isLength(name, opening)) {
        String after = name.substring(opening.end()).strip();
        return after.isEmpty()
            ? new Split(name.strip(), List.of())
            : new Split(withoutJoint(name.substring(0, opening.start())), listed(after));
      }
    }
    return new Split(name.strip(), List.of());
  }

  /** Names that are joined in one text. */
  static List<String> listed(String text) {
    List<String> names = new ArrayList<>();
    for (String name : JOINTS.split(FoldedName.collapsed(text))) {
      if (!FoldedName.words(name).isBlank()) {
        names.add(name.strip());
      }
    }
    return List.copyOf(names);
  }

  /** Whether {@code ft} is a length: a number before it, and no name after it. */
  private static boolean isLength(String name, Matcher opening) {
    int end = opening.start();
    if (end == 0
        || !opening.group().toLowerCase(Locale.ROOT).contains("ft")
        || !Character.isDigit(name.charAt(end - 1))) {
      return false;
    }
    int start = name.lastIndexOf(' ', end - 1) + 1;
    boolean isNumber = name.substring(start, end).chars().noneMatch(Character::isLetter);
    boolean opensName = start == 0 && !opening.group().endsWith(".");
    return isNumber && (opensName || MEASURED.contains(wordAt(name, opening.end())));
  }

  private static String wordAt(String name, int at) {
    int start = at < name.length() && name.charAt(at) == ' ' ? at + 1 : at;
    int end = name.indexOf(' ', start);
    return FoldedName.words(name.substring(start, end < 0 ? name.length() : end));
  }

  private static String withoutJoint(String before) {
    int end = before.length();
    while (end > 0 && "-–—([{（【 ".indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    return before.substring(0, end).strip();
  }
}
