package io.linernotes.simulator;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Compares names as search engines do: without case, accents and punctuation. */
final class Text {
  private static final Pattern VERSION =
      Pattern.compile(
          "( [-–] .*(remaster|live|version|edit|mix|mono|stereo).*| [(\\[](feat\\.|with |live"
              + "|remaster).*[)\\]])",
          Pattern.CASE_INSENSITIVE);

  private Text() {}

  /** The text's words; each ideograph or syllable is a word of its own. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (char letter : Normalizer.normalize(text, Normalizer.Form.NFKD).toCharArray()) {
      if (Character.isLetterOrDigit(letter)) {
        word.append(Character.toLowerCase(letter));
      }
      if (standsAlone(letter) || separates(letter)) {
        finish(word, words);
      }
    }
    finish(word, words);
    return words;
  }

  /** Whether both are the same words. */
  static boolean same(String one, String other) {
    return words(one).equals(words(other));
  }

  /** Whether both have the same letters and digits, regardless of word boundaries. */
  static boolean sameLetters(String one, String other) {
    return String.join("", words(one)).equals(String.join("", words(other)));
  }

  /** Whether the text contains the phrase's words one after the other. */
  static boolean containsPhrase(String text, String phrase) {
    String wanted = String.join(" ", words(phrase));
    return !wanted.isEmpty()
        && (" " + String.join(" ", words(text)) + " ").contains(" " + wanted + " ");
  }

  /** Whether the text contains all the words, in any order. */
  static boolean containsWords(String text, String someWords) {
    List<String> wanted = words(someWords);
    return !wanted.isEmpty() && words(text).containsAll(wanted);
  }

  /** The title without featured artists and version names. */
  static String withoutVersion(String title) {
    return VERSION.matcher(title).replaceAll("");
  }

  private static void finish(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean standsAlone(char letter) {
    if (letter < '\u2e80') {
      return false;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(letter);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA;
  }

  /**
   * Whether the character separates words; accents and apostrophes do not, because they are parts
   * of words.
   */
  private static boolean separates(char letter) {
    return !Character.isLetterOrDigit(letter)
        && Character.getType(letter) != Character.NON_SPACING_MARK
        && "'’‘`".indexOf(letter) < 0;
  }
}
