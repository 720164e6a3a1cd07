package io.linernotes.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A JSON reply with one or two things wrong: values dropped, doubled, null, of another type, huge,
 * negative or endless, and the whole cut off. The same seed gives the same replies.
 */
public final class MutatedReplies {

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "73",
          "6",
          "1e40",
          "4294967302",
          "99999999999999999999999",
          "0.5",
          "\"\"",
          "\"  \"",
          "\"x\"",
          "\"6\"",
          "\"12345678901234567890\"",
          "[]",
          "{}",
          "[null]",
          "[{}]",
          "[[]]",
          "{\"#text\":\"\\n\"}",
          "\"" + " ".repeat(12_000) + "x\"",
          "\"a" + " ".repeat(60_000) + "b\"");

  private final String json;
  private final List<Span> values = new ArrayList<>();
  private final RandomGenerator random;
  private int at;

  /** The position of a value, and the start of its member. */
  private record Span(int from, int value, int to) {}

  private MutatedReplies(String json, RandomGenerator random) {
    this.json = json;
    this.random = random;
    value(0);
  }

  /** This many mutations of a valid JSON text. */
  public static Stream<String> of(String json, int count, RandomGenerator random) {
    return Stream.generate(() -> new MutatedReplies(json, random).mutated())
        .map(once -> random.nextInt(3) == 0 ? again(once, random) : once)
        .limit(count);
  }

  /** Bodies that hold the reply in an encoding that JSON does not use, or hold something else. */
  public static List<byte[]> misencoded(String json) {
    List<byte[]> bodies = new ArrayList<>();
    for (String charset :
        List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "IBM037")) {
      bodies.add(json.getBytes(Charset.forName(charset)));
    }
    byte[] cut = json.getBytes(Charset.forName("UTF-32"));
    bodies.add(Arrays.copyOf(cut, cut.length - 3));
    bodies.add((json + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
    bodies.add(
        "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>"
            .getBytes(StandardCharsets.US_ASCII));
    bodies.add(new byte[0]);
    bodies.add(new byte[] {(byte) 0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});
    bodies.add(("[".repeat(100_000)).getBytes(StandardCharsets.US_ASCII));
    return bodies;
  }

  private static String again(String mutated, RandomGenerator random) {
    try {
      return new MutatedReplies(mutated, random).mutated();
    } catch (IndexOutOfBoundsException e) {
      return mutated; // cut off before
    }
  }

  private String mutated() {
    Span span = values.get(random.nextInt(values.size()));
    String before = json.substring(0, span.from());
    String after = json.substring(span.to());
    return switch (random.nextInt(12)) {
      case 0 -> json.substring(0, random.nextInt(json.length()));
      case 1, 2 -> dropped(before, after);
      case 3 -> before + whole(span) + (span.from() == 0 ? "" : "," + whole(span)) + after;
      default ->
          json.substring(0, span.value()) + VALUES.get(random.nextInt(VALUES.size())) + after;
    };
  }

  private String whole(Span span) {
    return json.substring(span.from(), span.to());
  }

  private static String dropped(String before, String after) {
    String head = before.stripTrailing();
    String tail = after.stripLeading();
    return head.endsWith(",")
        ? head.substring(0, head.length() - 1) + tail
        : head + (tail.startsWith(",") ? tail.substring(1) : tail);
  }

  /**
   * Reads the value at the current position, with everything in it; its member begins at {@code
   * from}.
   */
  private void value(int from) {
    blanks();
    int start = at;
    switch (json.charAt(at)) {
      case '{' -> members(true);
      case '[' -> members(false);
      case '"' -> string();
      default -> {
        while (at < json.length() && ",]} \n\t".indexOf(json.charAt(at)) < 0) {
          at++;
        }
      }
    }
    values.add(new Span(from, start, at));
  }

  private void members(boolean named) {
    at++;
    blanks();
    while (json.charAt(at) != '}' && json.charAt(at) != ']') {
      int from = at;
      if (named) {
        string();
        blanks();
        at++;
      }
      value(from);
      blanks();
      if (json.charAt(at) == ',') {
        at++;
        blanks();
      }
    }
    at++;
  }

  private void string() {
    at++;
    while (json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void blanks() {
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
  }
}
