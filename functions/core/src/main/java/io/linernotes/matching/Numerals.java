package io.linernotes.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rewrites numbers and parts in one canonical form: {@code Pt. 2}, {@code Part II} and {@code Parte
 * 2} are {@code part 2}, and {@code Pts. 1-5} is {@code Parts I-V}.
 */
final class Numerals {

  private static final Map<String, String> PARTS =
      names(
          """
          part parts pt pts parte partes partie parties teil teile tl deel czesc cz часть ч pars
          volume vol vols volumen volumes
          chapter chap chapitre capitulo kapitel ch
          act acte akt atto acto
          movement mvt mov satz mouvement movimiento movimento
          number no nr num numero nummer
          episode folge episodio
          scene szene escena
          """);

  private static final Map<String, String> WORDS = spelt();

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");
  private static final Pattern ROMAN = Pattern.compile("x{0,3}(?:ix|iv|v?i{0,3})");
  private static final Set<String> BETWEEN = Set.of("and", "to", "und", "et", "y", "e", "bis");

  private Numerals() {}

  /** The words with parts, and a number at the end, in canonical form. */
  static List<String> canonical(List<String> words) {
    List<String> canonical = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String part = PARTS.get(words.get(i));
      if (part != null && i + 1 < words.size() && isNumeral(words.get(i + 1))) {
        canonical.add(part);
        i = addNumerals(words, i + 1, canonical) - 1;
      } else {
        canonical.add(i > 0 && i == words.size() - 1 ? last(words.get(i)) : words.get(i));
      }
    }
    return canonical;
  }

  private static int addNumerals(List<String> words, int start, List<String> numerals) {
    int i = start;
    while (i < words.size()) {
      if (isNumeral(words.get(i))) {
        numerals.add(value(words.get(i)));
      } else if (!BETWEEN.contains(words.get(i))
          || i + 1 == words.size()
          || !isNumeral(words.get(i + 1))) {
        break;
      }
      i++;
    }
    return i;
  }

  /**
   * {@code Rocky II} is {@code Rocky 2}; a single letter stays, because it need not be a numeral.
   */
  private static String last(String word) {
    return word.length() > 1 && isRoman(word) ? value(word) : word;
  }

  /**
   * The index of the part that ends these canonical words; the number of words if there is none.
   */
  static int partAtEnd(List<String> canonical) {
    int i = canonical.size();
    while (i > 0 && DIGITS.matcher(canonical.get(i - 1)).matches()) {
      i--;
    }
    return i > 1 && i < canonical.size() && PARTS.containsKey(canonical.get(i - 1))
        ? i - 1
        : canonical.size();
  }

  /** The parts that these canonical words name; a number alone counts as a part. */
  static Set<String> parts(List<String> canonical) {
    if (canonical.stream().allMatch(word -> isNumeral(word) && word.length() <= 4)) {
      return Set.of(canonical.stream().map(Numerals::value).collect(Collectors.joining(" ")));
    }
    Set<String> parts = new LinkedHashSet<>();
    for (int i = 0; i < canonical.size(); i++) {
      int end = partEnd(canonical, i);
      if (end > i) {
        parts.add(String.join(" ", canonical.subList(i + 1, end)));
      }
    }
    return parts;
  }

  /** These canonical words without the parts that they name. */
  static List<String> withoutParts(List<String> canonical) {
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < canonical.size(); i++) {
      int end = partEnd(canonical, i);
      if (end > i) {
        i = end - 1;
      } else {
        plain.add(canonical.get(i));
      }
    }
    return plain;
  }

  /** The index after the part that begins at {@code start}; {@code start} itself if none does. */
  private static int partEnd(List<String> canonical, int start) {
    int end = start + 1;
    while (end < canonical.size() && isDigits(canonical.get(end))) {
      end++;
    }
    return end > start + 1 && PARTS.containsKey(canonical.get(start)) ? end : start;
  }

  /** Whether the word is a number: at most three digits, Roman, or spelt out. */
  static boolean isNumeral(String word) {
    return DIGITS.matcher(word).matches() || isRoman(word) || WORDS.containsKey(word);
  }

  /** Whether the word is a number in digits. */
  static boolean isDigits(String word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether the word is a year in which music may have been recorded. */
  static boolean isYear(String word) {
    return word.length() == 4 && isDigits(word) && (word.startsWith("19") || word.startsWith("20"));
  }

  private static boolean isRoman(String word) {
    return !word.isEmpty() && ROMAN.matcher(word).matches();
  }

  /** The number in digits without leading zeros. */
  static String value(String word) {
    if (DIGITS.matcher(word).matches()) {
      return String.valueOf(Integer.parseInt(word));
    }
    String spelt = WORDS.get(word);
    return spelt == null ? String.valueOf(roman(word)) : spelt;
  }

  private static int roman(String word) {
    int sum = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = digit(word.charAt(i));
      boolean before = i + 1 < word.length() && digit < digit(word.charAt(i + 1));
      sum += before ? -digit : digit;
    }
    return sum;
  }

  private static int digit(char letter) {
    return switch (letter) {
      case 'i' -> 1;
      case 'v' -> 5;
      default -> 10;
    };
  }

  private static Map<String, String> spelt() {
    Map<String, String> words = new HashMap<>();
    for (String language :
        List.of(
            "one two three four five six seven eight nine ten",
            "first second third fourth fifth sixth seventh eighth ninth tenth",
            "eins zwei drei vier funf sechs sieben acht neun zehn",
            "uno dos tres cuatro cinco seis siete ocho nueve diez",
            "un deux trois quatre cinq six sept huit neuf dix",
            "uno due tre quattro cinque sei sette otto nove dieci",
            "um dois tres quatro cinco seis sete oito nove dez")) {
      List<String> numbers = List.of(language.split(" "));
      numbers.forEach(word -> words.putIfAbsent(word, "" + (numbers.indexOf(word) + 1)));
    }
    return Map.copyOf(words);
  }

  /** Maps the words of each line to the line's first word. */
  private static Map<String, String> names(String lines) {
    Map<String, String> names = new HashMap<>();
    for (String line : lines.strip().split("\n")) {
      String[] words = line.strip().split(" ");
      for (String word : words) {
        names.put(word, words[0]);
      }
    }
    return Map.copyOf(names);
  }
}
