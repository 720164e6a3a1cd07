package io.linernotes.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The simplified form of each traditional Chinese character, so that 後來 and 后来 fold alike. The
 * table pairs single characters as Unicode's Unihan database does ({@code kSimplifiedVariant}, by
 * way of ICU's {@code Hant-Hans}): the first line of {@code simplified.txt} holds the traditional
 * characters, the second the simplified ones at the same places. It takes 17 KB where ICU4J takes
 * 14 MB.
 *
 * <p>Several traditional characters may share a simplified one (發 and 髮 are 发); for comparing two
 * titles by one artist that does no harm.
 */
final class SimplifiedCharacters {

  private static final Map<Integer, Integer> TABLE = table();

  private SimplifiedCharacters() {}

  /** The simplified form of a character, or the character itself. */
  static int of(int character) {
    return TABLE.getOrDefault(character, character);
  }

  private static Map<Integer, Integer> table() {
    String[] lines = text().split("\n", -1);
    int[] traditional = lines[0].codePoints().toArray();
    int[] simplified = lines[1].codePoints().toArray();
    Map<Integer, Integer> table = HashMap.newHashMap(traditional.length);
    for (int i = 0; i < traditional.length; i++) {
      table.put(traditional[i], simplified[i]);
    }
    return table;
  }

  private static String text() {
    try (InputStream resource = SimplifiedCharacters.class.getResourceAsStream("simplified.txt")) {
      return new String(Objects.requireNonNull(resource).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
