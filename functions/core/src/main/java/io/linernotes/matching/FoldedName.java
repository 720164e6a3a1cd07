package io.linernotes.matching;

import io.linernotes.track.Names;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names folded until two spellings of one name are the same: no case, no accents, no punctuation,
 * simplified Chinese characters. For comparing only, never for keys: {@code Beyoncé} and {@code
 * Beyonce} are alike, not the same. Every step takes linear time.
 */
final class FoldedName {

  /** {@code and} in several languages; ignored by {@link #isLooselyAlike}. */
  private static final Set<String> CONJUNCTIONS =
      Set.of("and", "n", "und", "et", "e", "y", "og", "och", "en", "i", "и", "та");

  /** Shorter words keep their doubled letters: {@code II} is not {@code I}. */
  private static final int SHORTEST_LOOSE = 4;

  private FoldedName() {}

  /**
   * The words of a name, single spaces between them. A name of signs alone, such as {@code ÷},
   * stays as it is, so that two such names do not fold alike.
   */
  static String words(String name) {
    String normalized = Names.normalized(unescaped(name));
    String folded = withoutLookalikes(collapsed(spaced(unaccented(normalized))));
    return folded.isEmpty() ? normalized : folded;
  }

  /** The words as a list. */
  static List<String> wordList(String name) {
    return List.of(words(name).split(" "));
  }

  /**
   * The words without spaces and without a leading article; equal for two spellings of one name.
   */
  static String key(String words) {
    String withoutArticle = words.startsWith("the ") ? words.substring(4) : words;
    return withoutArticle.replace(" ", "");
  }

  /**
   * Whether two names differ only in common slips and habits of spelling: {@code Rollin'} and
   * {@code Rolling}, {@code Ballett} and {@code Balett}, {@code Koelsch} and {@code Kölsch}, {@code
   * Rock 'n' Roll} and {@code Rock & Roll}.
   */
  static boolean isLooselyAlike(String words, String others) {
    String key = looseKey(words);
    return !key.isEmpty() && key.equals(looseKey(others));
  }

  private static String looseKey(String words) {
    List<String> kept = new ArrayList<>();
    for (String word : words.split(" ")) {
      if (!CONJUNCTIONS.contains(word)) {
        kept.add(loose(word));
      }
    }
    return key(String.join(" ", kept));
  }

  private static String loose(String word) {
    if (word.length() < SHORTEST_LOOSE || word.chars().anyMatch(Character::isDigit)) {
      return word;
    }
    String plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    String single = withoutDoubles(plain);
    return single.endsWith("ing") ? single.substring(0, single.length() - 1) : single;
  }

  /**
   * Removes doubled consonants only, because doubled vowels make other words: {@code God}, {@code
   * Good}.
   */
  private static String withoutDoubles(String word) {
    StringBuilder single = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      boolean isDoubled =
          i > 0 && word.charAt(i) == word.charAt(i - 1) && "aeiou".indexOf(word.charAt(i)) < 0;
      if (!isDoubled) {
        single.append(word.charAt(i));
      }
    }
    return single.toString();
  }

  /** The text with every run of white space as one blank, and none around it. */
  static String collapsed(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                line.appendCodePoint(c);
              } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
              }
            });
    return line.toString().stripTrailing();
  }

  /** Decodes HTML entities, which some sources leave in their names. */
  static String unescaped(String name) {
    return name.indexOf('&') < 0
        ? name
        : name.replace("&amp;", "&")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&#039;", "'")
            .replace("&apos;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
  }

  /**
   * Removes the accents of Latin and Greek letters. Marks of other scripts stay, because they make
   * another letter, as in が and か or in Thai vowels. Only ё becomes е, which is often written for
   * it.
   */
  private static String unaccented(String text) {
    StringBuilder kept = new StringBuilder(text.length());
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

  /** Folds Latin letters that Unicode does not decompose, and traditional Chinese characters. */
  private static String ligature(int letter) {
    return switch (letter) {
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'đ', 'ð' -> "d";
      case 'ı' -> "i";
      case 'þ' -> "th";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      default ->
          Character.toString(
              Character.isIdeographic(letter) ? SimplifiedCharacters.of(letter) : letter);
    };
  }

  private static String spaced(String text) {
    StringBuilder words = new StringBuilder(text.length());
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
      // A variation selector after an emoji is no part of a word.
      case Character.NON_SPACING_MARK -> sign < 0xFE00 || sign > 0xFE0F;
      case Character.COMBINING_SPACING_MARK, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          true;
      default -> Character.isLetterOrDigit(sign);
    };
  }

  /** Replaces letters of other scripts that stand in for Latin ones, as in {@code MΛЯTIИ}. */
  private static String withoutLookalikes(String words) {
    if (words.chars().allMatch(c -> c < 0x250)) {
      return words;
    }
    return List.of(words.split(" ")).stream()
        .map(word -> word.chars().anyMatch(c -> c >= 'a' && c <= 'z') ? latin(word) : word)
        .collect(Collectors.joining(" "));
  }

  private static String latin(String word) {
    StringBuilder latin = new StringBuilder(word.length());
    word.codePoints().forEach(c -> latin.appendCodePoint(lookalike(c)));
    return latin.toString();
  }

  private static int lookalike(int letter) {
    return switch (letter) {
      case 'λ', 'δ', 'α', 'а', 'д' -> 'a';
      case 'в', 'β' -> 'b';
      case 'ɔ', 'с' -> 'c';
      case 'е', 'σ', 'ξ', 'ε', 'э' -> 'e';
      case 'н' -> 'h';
      case 'к', 'κ' -> 'k';
      case 'м' -> 'm';
      case 'и', 'п', 'η' -> 'n';
      case 'ө', 'о', 'ο', 'θ' -> 'o';
      case 'р', 'ρ' -> 'p';
      case 'я' -> 'r';
      case 'т', 'τ' -> 't';
      case 'ц' -> 'u';
      case 'ш', 'ω' -> 'w';
      case 'х', 'χ' -> 'x';
      case 'у', 'γ' -> 'y';
      default -> letter;
    };
  }
}
