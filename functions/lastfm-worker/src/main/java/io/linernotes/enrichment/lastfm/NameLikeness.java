package io.linernotes.enrichment.lastfm;

import io.linernotes.track.Names;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two names may be spellings of one. */
final class NameLikeness {

  /** A typing error in a name of five letters leaves more pairs of letters alike than this. */
  private static final double LEAST = 0.4;

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private NameLikeness() {}

  /** Whether they have the same letters and digits: {@code AC/DC} and {@code acdc}. */
  static boolean same(String one, String other) {
    return letters(one).equals(letters(other));
  }

  /**
   * Whether they may mean the same: equal, one within the other, or with many pairs of letters in
   * common. Names that cannot be compared, without letters or in different scripts, may.
   */
  static boolean alike(String one, String other) {
    String a = letters(one);
    String b = letters(other);
    if (a.isEmpty() || b.isEmpty() || Collections.disjoint(scripts(a), scripts(b))) {
      return true;
    }
    return a.contains(b) || b.contains(a) || commonPairs(a, b) >= LEAST;
  }

  private static String letters(String name) {
    String marksApart = Normalizer.normalize(Names.normalized(name), Normalizer.Form.NFKD);
    return NOT_LETTERS.matcher(marksApart).replaceAll("");
  }

  private static Set<UnicodeScript> scripts(String letters) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    letters.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
    return scripts;
  }

  /** The share of pairs of neighbouring letters that both have (Dice's coefficient). */
  private static double commonPairs(String a, String b) {
    List<String> pairs = pairs(a);
    List<String> others = pairs(b);
    int total = pairs.size() + others.size();
    int common = 0;
    for (String pair : pairs) {
      if (others.remove(pair)) {
        common++;
      }
    }
    return total == 0 ? 0 : 2.0 * common / total;
  }

  private static List<String> pairs(String letters) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < letters.length(); i++) {
      pairs.add(letters.substring(i, i + 2));
    }
    return pairs;
  }
}
