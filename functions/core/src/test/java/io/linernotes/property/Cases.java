package io.linernotes.property;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the values of one case, and remembers them for the message of a failure. */
public final class Cases {

  /** One value in eight is an edge case. */
  private static final int EDGE_EVERY = 8;

  /** Characters that delimit, escape, combine, fold to several or are not letters at all. */
  private static final String AWKWARD =
      " \t\n\r\u0000\u001F\u007F\u00A0\u200B\u200D\u202E\u2028\uFEFF\uFFFD\"'\\:;,%&=?#/+-!(){}[]^~*|<>@`"
          + "\u00DFſŉİıΣςǅﬁ\u0301\u0308\u0327\u0345ÅÅ가각①Ⅷ½²";

  private final long seed;
  private final int number;
  private final double size;
  private final SplittableRandom random;
  private final List<String> drawn = new ArrayList<>();

  Cases(long seed, int number, int tries) {
    this.seed = seed;
    this.number = number;
    this.size = Math.min(1, (number + 1.0) / Math.max(1, tries / 2));
    this.random = new SplittableRandom(seed * 1_000_003 + number);
  }

  /** A text of at most {@code longest} characters, of any script. */
  public String text(int longest) {
    return text(0, longest);
  }

  /** A text of {@code shortest} to {@code longest} characters, of any script. */
  public String text(int shortest, int longest) {
    return remember(textOf(length(shortest, longest)));
  }

  /** A text of at most {@code longest} characters from {@code first} to {@code last}. */
  public String text(int longest, char first, char last) {
    return remember(
        random
            .ints(length(0, longest), first, last + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining()));
  }

  /** A whole number between these two, both included. */
  public int integer(int least, int most) {
    return (int) number(least, most);
  }

  /** A whole number between these two, both included. */
  public long number(long least, long most) {
    return remember(numberWithin(least, most));
  }

  /** True or false. */
  public boolean flag() {
    return remember(random.nextBoolean());
  }

  /** One of these. */
  @SafeVarargs
  public final <T> T oneOf(T first, T... others) {
    int index = random.nextInt(others.length + 1);
    return remember(index == 0 ? first : others[index - 1]);
  }

  /** A list of at most {@code longest} elements, each drawn by the supplier. */
  public <T> List<T> list(int longest, Supplier<T> element) {
    return Stream.generate(element).limit(length(0, longest)).toList();
  }

  /** A seed for a generator of the test's own. */
  public long seed() {
    return remember(random.nextLong());
  }

  /** Discards the case unless the condition is true. */
  public void assume(boolean condition) {
    if (!condition) {
      throw new DiscardedException();
    }
  }

  /** The seed, the number of the try, and what was drawn. */
  String description() {
    return "Case %d of seed %d, which drew %s".formatted(number, seed, String.join(", ", drawn));
  }

  private <T> T remember(T value) {
    drawn.add(value instanceof String text ? quoted(text) : String.valueOf(value));
    return value;
  }

  /** The text as a Java literal, so that it can be copied into a test. */
  private static String quoted(String text) {
    return text.chars()
        .mapToObj(
            each ->
                each == '"' || each == '\\'
                    ? "\\" + (char) each
                    : each >= ' ' && each <= '~'
                        ? Character.toString(each)
                        : "\\u%04X".formatted(each))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private boolean isEdge() {
    return random.nextInt(EDGE_EVERY) == 0;
  }

  private int length(int shortest, int longest) {
    if (isEdge()) {
      return random.nextBoolean() ? shortest : longest;
    }
    return shortest + random.nextInt((int) ((longest - shortest) * size) + 1);
  }

  private long numberWithin(long least, long most) {
    if (isEdge()) {
      return random.nextBoolean() ? least : most;
    }
    long span = most - least;
    if (span < 0 || span == Long.MAX_VALUE) {
      return random.nextLong(least, most);
    }
    return least + random.nextLong((long) (span * size) + 1);
  }

  /** The text is of one alphabet or, as often, of all of them. */
  private String textOf(int length) {
    int alphabet = random.nextInt(10);
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      text.appendCodePoint(codePoint(alphabet < 5 ? alphabet : random.nextInt(5)));
    }
    text.setLength(length);
    return text.toString();
  }

  /** Half a surrogate pair at the end of a text stays: such texts exist. */
  private int codePoint(int alphabet) {
    return switch (alphabet) {
      case 0 -> ' ' + random.nextInt('~' - ' ' + 1);
      case 1 -> AWKWARD.charAt(random.nextInt(AWKWARD.length()));
      case 2 -> 0xA0 + random.nextInt(0x600 - 0xA0);
      case 3 -> random.nextInt(Character.MAX_VALUE + 1);
      default -> 0x10000 + random.nextInt(0x10FFFF - 0x10000 + 1);
    };
  }

  /** Ends a case that does not fit an assumption. */
  static final class DiscardedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    DiscardedException() {
      super("discarded", null, false, false);
    }
  }
}
