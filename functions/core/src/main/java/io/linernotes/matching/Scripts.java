package io.linernotes.matching;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the scripts of names, and splits a name that is written in two scripts side by side. */
final class Scripts {

  /** A system of writing; several Unicode scripts may belong to one. */
  enum Writing {
    LATIN,
    CYRILLIC,
    GREEK,
    HEBREW,
    ARABIC,
    /** Chinese characters and kana: Japanese mixes them. */
    CHINESE_OR_JAPANESE,
    KOREAN,
    OTHER
  }

  private Scripts() {}

  /** Whether the character belongs to a script that is written without blanks between words. */
  static boolean isUnspaced(int character) {
    return switch (UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
      default -> false;
    };
  }

  /** The writing of the text's first letter; null if it has no letter. */
  static @Nullable Writing of(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(Scripts::writing)
        .findFirst()
        .orElse(null);
  }

  /** Whether all letters of the text are of one writing. */
  static boolean isOf(Writing writing, String text) {
    return text.codePoints().filter(Character::isLetter).allMatch(c -> writing(c) == writing)
        && of(text) == writing;
  }

  private static Writing writing(int letter) {
    return switch (UnicodeScript.of(letter)) {
      case LATIN -> Writing.LATIN;
      case CYRILLIC -> Writing.CYRILLIC;
      case GREEK -> Writing.GREEK;
      case HEBREW -> Writing.HEBREW;
      case ARABIC -> Writing.ARABIC;
      case HAN, HIRAGANA, KATAKANA -> Writing.CHINESE_OR_JAPANESE;
      case HANGUL -> Writing.KOREAN;
      // The mark that lengthens kana belongs to no script.
      default -> letter == 'ー' ? Writing.CHINESE_OR_JAPANESE : Writing.OTHER;
    };
  }

  /**
   * The two names of a name that is written twice, in two scripts side by side: {@code 러시안 룰렛
   * Russian Roulette}. Empty if the script changes more than once, or within a word.
   *
   * @param words folded
   */
  static List<String> sideBySide(String words) {
    List<List<String>> runs = new ArrayList<>();
    Writing before = null;
    for (String word : words.split(" ")) {
      Writing writing = of(word);
      if (writing != null && !isOf(writing, word)) {
        return List.of();
      }
      if (runs.isEmpty() || (writing != null && before != null && writing != before)) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(word);
      before = writing == null ? before : writing;
    }
    return runs.size() == 2
        ? runs.stream().map(run -> String.join(" ", run)).filter(Scripts::isName).toList()
        : List.of();
  }

  /** Whether it is long enough to be a name of its own, not a letter beside one. */
  private static boolean isName(String words) {
    return isUnspaced(words.codePointAt(0)) || words.length() >= 3;
  }
}
