package io.linernotes.matching;

import io.linernotes.track.Names;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * Names folded until two spellings of one name are the same: no case, no accents, no punctuation.
 * For comparing only, never for keys: {@code Beyoncé} and {@code Beyonce} are alike, not the same.
 */
final class FoldedName {

  private FoldedName() {}

  /**
   * The words of a name, single spaces between them. A name of nothing but signs, such as {@code
   * ÷}, stays as it is, so that two of them are not taken for one.
   */
  static String words(String name) {
    String normalized = Names.normalized(name);
    String folded = spaced(unaccented(normalized)).strip().replaceAll(" +", " ");
    return folded.isEmpty() ? normalized : folded;
  }

  /** What two spellings of the same words share: neither spaces nor a leading article. */
  static String key(String words) {
    String withoutArticle = words.startsWith("the ") ? words.substring(4) : words;
    return withoutArticle.replace(" ", "");
  }

  /**
   * Without the accents of Latin and Greek letters. The marks of other scripts make another letter,
   * as in が and か or in Thai vowels, and stay; only ё is as often written е.
   */
  private static String unaccented(String text) {
    StringBuilder kept = new StringBuilder();
    int base = ' ';
    for (int c : Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().toArray()) {
      if (c >= 0x300 && c <= 0x36F) {
        if (!bearsAccents(base)) {
          kept.appendCodePoint(c);
        }
      } else {
        base = c;
        kept.append(ligature(c));
      }
    }
    return Normalizer.normalize(kept, Normalizer.Form.NFKC);
  }

  private static boolean bearsAccents(int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    return script == UnicodeScript.LATIN || script == UnicodeScript.GREEK || letter == 'е';
  }

  /** Latin letters that Unicode does not take apart. */
  private static String ligature(int letter) {
    return switch (letter) {
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'đ', 'ð' -> "d";
      case 'ı' -> "i";
      case 'þ' -> "th";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      default -> Character.toString(letter);
    };
  }

  private static String spaced(String text) {
    StringBuilder words = new StringBuilder();
    int[] signs = text.codePoints().toArray();
    for (int i = 0; i < signs.length; i++) {
      int before = i == 0 ? ' ' : signs[i - 1];
      int after = i + 1 == signs.length ? ' ' : signs[i + 1];
      words.append(word(before, signs[i], after));
    }
    return words.toString();
  }

  private static String word(int before, int sign, int after) {
    return switch (sign) {
      case '\'', '’', '‘', '`', '´', 'ʼ', 'ʻ' -> "";
      case '&' -> " and ";
      case '+' -> before == ' ' && after == ' ' ? " and " : " ";
      // Ke$ha, A$AP, P!nk
      case '$' -> isPart(before) || isPart(after) ? "s" : " ";
      case '!' -> isPart(before) && isPart(after) ? "i" : " ";
      default -> isPart(sign) ? Character.toString(sign) : " ";
    };
  }

  private static boolean isPart(int sign) {
    return switch (Character.getType(sign)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> Character.isLetterOrDigit(sign);
    };
  }
}
