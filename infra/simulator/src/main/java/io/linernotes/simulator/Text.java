package io.linernotes.simulator;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as search engines compare them: without case, accents and punctuation. */
final class Text {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`]");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern BETWEEN_IDEOGRAPHS =
      Pattern.compile("(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])");
  private static final Pattern VERSION =
      Pattern.compile(
          "( [-–] .*(remaster|live|version|edit|mix|mono|stereo).*| [(\\[](feat\\.|with |live"
              + "|remaster).*[)\\]])",
          Pattern.CASE_INSENSITIVE);

  private Text() {}

  static List<String> words(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    plain = APOSTROPHES.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    plain = BETWEEN_IDEOGRAPHS.matcher(plain).replaceAll(" ");
    plain = NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll(" ").strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split(" ", -1));
  }

  /** Whether both are the same words. */
  static boolean same(String one, String other) {
    return words(one).equals(words(other));
  }

  /** Whether both are the same letters and digits, wherever they are divided. */
  static boolean sameLetters(String one, String other) {
    return String.join("", words(one)).equals(String.join("", words(other)));
  }

  /** Whether the words of the phrase stand in the text one after the other. */
  static boolean containsPhrase(String text, String phrase) {
    String wanted = String.join(" ", words(phrase));
    return !wanted.isEmpty()
        && (" " + String.join(" ", words(text)) + " ").contains(" " + wanted + " ");
  }

  /** Whether all the words stand in the text, in any order. */
  static boolean containsWords(String text, String someWords) {
    List<String> wanted = words(someWords);
    return !wanted.isEmpty() && words(text).containsAll(wanted);
  }

  /** The title without featured artists and without what tells one version from another. */
  static String withoutVersion(String title) {
    return VERSION.matcher(title).replaceAll("");
  }
}
