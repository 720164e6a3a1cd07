package io.linernotes.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether two names in different scripts sound alike: {@code Виктор Цой} and {@code Viktor Tsoi},
 * {@code カメラ} and {@code Camera}. It compares the skeletons of consonants, because transliterations
 * differ in their vowels; an opening vowel counts as {@code @}. Consonants that one of the scripts
 * does not distinguish, such as l and r in kana, are equal. Chinese characters do not show their
 * sound, so they are never alike.
 *
 * <p>Example: {@code Camera} becomes {@code KMR}, and so does {@code カメラ} (ka-me-ra).
 */
final class Transliteration {

  /** A shorter skeleton is too common to compare. */
  private static final int SHORTEST = 2;

  private static final int LONG_ENOUGH = 3;

  private static final Map<Integer, String> LETTERS = letters();

  /** Indexed by the order of Hangul's initial consonants; the silent one is {@code @}. */
  private static final String[] KOREAN_INITIALS =
      "K K N T T R M P P S S @ S S T K T P H".split(" ");

  private static final String[] KOREAN_FINALS =
      "- K K KS N NS N T R RK RM RP RS RT RP R M P PS S S N S T K T P H".split(" ");

  private Transliteration() {}

  /** The usual Latin letters for Cyrillic and Greek ones. */
  private static final Map<Integer, String> SPELLINGS =
      spellings(
          "абвгдезийклмнопрстуфыэёіїє", "a b v g d e z i y k l m n o p r s t u f y e e i i e",
          "жхцчшщюя", "zh kh ts ch sh shch yu ya",
          "ьъ", " ",
          "αβγδεζηικλμνξοπρστυφχψω", "a v g d e z i i k l m n x o p r s t y f ch ps o",
          "θ", "th");

  /** How alike two names sound; different unless exactly one of them is in Latin letters. */
  static Likeness likeness(String one, String other) {
    String latin = isLatin(one) ? one : other;
    String foreign = isLatin(one) ? other : one;
    if (isLatin(foreign) || !isLatin(latin)) {
      return Likeness.DIFFERENT;
    }
    if (spelt(foreign).equals(FoldedName.key(latin))) {
      return Likeness.SIMILAR;
    }
    String skeleton = skeleton(foreign);
    if (skeleton == null || skeleton.length() < SHORTEST || !spellings(latin).contains(skeleton)) {
      return Likeness.DIFFERENT;
    }
    return skeleton.length() < LONG_ENOUGH ? Likeness.UNSURE : Likeness.SIMILAR;
  }

  private static boolean isLatin(String name) {
    return Scripts.isOf(Scripts.Writing.LATIN, name);
  }

  private static String spelt(String foreign) {
    return FoldedName.key(foreign)
        .codePoints()
        .mapToObj(c -> SPELLINGS.getOrDefault(c, Character.toString(c)))
        .collect(Collectors.joining());
  }

  private static Map<Integer, String> spellings(String... lettersAndSpellings) {
    Map<Integer, String> spellings = new HashMap<>();
    for (int i = 0; i < lettersAndSpellings.length; i += 2) {
      String[] latin = lettersAndSpellings[i + 1].split(" ", -1);
      int[] letters = lettersAndSpellings[i].codePoints().toArray();
      for (int n = 0; n < letters.length; n++) {
        spellings.put(letters[n], latin[n]);
      }
    }
    return Map.copyOf(spellings);
  }

  /** The skeletons with and without an r that English writes but does not pronounce. */
  private static Set<String> spellings(String words) {
    String name = words.startsWith("the ") ? words.substring(4) : words;
    return Stream.of(latin(name), latin(name.replaceAll("r+(?![aeiouyr])", "")))
        .collect(Collectors.toSet());
  }

  /** The skeleton of a name in Latin letters. Two letters for one sound are replaced first. */
  private static String latin(String name) {
    String letters =
        name.replace(" ", "")
            .replace("kh", "h")
            .replace("sch", "s")
            .replace("sh", "s")
            .replace("zh", "s")
            .replace("th", "s")
            .replace("ch", "t")
            .replace("ph", "f")
            .replace("ck", "k")
            .replace("x", "ks")
            .replaceAll("c(?=[eiy])", "s")
            .replaceAll("(?<=[^aeiouy])h", "");
    return skeleton(letters.chars().mapToObj(c -> sound((char) c)), opens(letters, "aeiouy"));
  }

  private static boolean opens(String letters, String vowels) {
    return !letters.isEmpty() && vowels.indexOf(letters.charAt(0)) >= 0;
  }

  private static String sound(char letter) {
    return switch (letter) {
      case 'b', 'p', 'v' -> "P";
      case 'c', 'g', 'k', 'q' -> "K";
      case 'd', 't' -> "T";
      case 'f', 'h' -> "H";
      case 'j', 's', 'z' -> "S";
      case 'l', 'r' -> "R";
      case 'm' -> "M";
      case 'n' -> "N";
      default -> "";
    };
  }

  /** The skeleton of a name in another script; null if the sound of a letter is unknown. */
  private static @Nullable String skeleton(String foreign) {
    String name = foreign.startsWith("ザ ") ? foreign.substring(2) : foreign;
    int[] letters = name.codePoints().filter(Character::isLetterOrDigit).toArray();
    if (IntStream.of(letters).anyMatch(c -> soundOf(c) == null)) {
      return null;
    }
    String first = letters.length == 0 ? "" : String.valueOf(soundOf(letters[0]));
    return skeleton(
        IntStream.of(letters).mapToObj(c -> String.valueOf(soundOf(c))),
        first.isEmpty() || first.startsWith("@"));
  }

  private static String skeleton(Stream<String> sounds, boolean opensWithVowel) {
    String all = sounds.collect(Collectors.joining()).replace("@", "");
    StringBuilder skeleton = new StringBuilder(opensWithVowel ? "@" : "");
    for (int i = 0; i < all.length(); i++) {
      if (i == 0 || all.charAt(i) != all.charAt(i - 1)) {
        skeleton.append(all.charAt(i));
      }
    }
    return skeleton.toString();
  }

  private static @Nullable String soundOf(int letter) {
    if (letter >= 0xAC00 && letter <= 0xD7A3) {
      int syllable = letter - 0xAC00;
      return KOREAN_INITIALS[syllable / 588] + KOREAN_FINALS[syllable % 28].replace("-", "");
    }
    // Each hiragana is 96 code points before its katakana.
    return LETTERS.get(letter >= 'ぁ' && letter <= 'ゖ' ? letter + 96 : letter);
  }

  private static Map<Integer, String> letters() {
    String[] sounds = {
      "@ аеёиоуыэюяіїєαεηιουωאעاعアイウエオァィゥェォ",
      "P бвпβπבפףبバビブベボパピプペポヴ",
      "K гґкγκגכךקغقكカキクケコガギグゲゴ",
      "T дтчδτדטתتدضطタチツテトダデド",
      "H фхφχהחحخفهハヒフヘホ",
      "S жзсшщζθσςזסצץשثجذزسشصظサシスセソザジズゼゾヂヅ",
      "R лрλρלרلرラリルレロ",
      "M мμמםمマミムメモ",
      "N нνנןنンナニヌネノ",
      "TS ц",
      "KS ξ",
      "PS ψ",
      " йьъויויةىئءャュョヤユヨワヮッーヲ",
    };
    Map<Integer, String> letters = new HashMap<>();
    for (String line : sounds) {
      String sound = line.substring(0, line.indexOf(' '));
      line.substring(line.indexOf(' ') + 1).codePoints().forEach(c -> letters.put(c, sound));
    }
    return Map.copyOf(letters);
  }
}
