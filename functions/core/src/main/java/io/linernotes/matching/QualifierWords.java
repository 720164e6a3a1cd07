package io.linernotes.matching;

import io.linernotes.matching.Qualifier.Sort;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Interprets the words of one qualifier. The checks run in this order: a film says nothing about
 * the recording; a known version word decides; any words left besides the harmless ones make it a
 * second name, a named remix, or unknown.
 */
final class QualifierWords {

  private static final Pattern DATE =
      Pattern.compile("(?<![0-9])[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}(?![0-9])");

  private static final Pattern ORDINAL = Pattern.compile("[0-9]{1,3}(?:st|nd|rd|th|e|eme|er|o|a)");

  private static final Pattern MONTH_AND_YEAR =
      Pattern.compile(
          "(?:^| )(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]{0,7}"
              + " (?:[0-9]{1,2} )?(?:19|20)[0-9]{2}(?: |$)");

  private static final String QUOTES = "\"“”„«»‘’";

  private final List<String> all;
  private final List<String> words;
  private final Set<String> parts;
  private final String spelt;
  private final Scripts.@Nullable Writing writingOfTitle;

  /**
   * @param all the words by their usual names, numbers in their usual way of writing
   * @param spelt the text from which the words were read
   */
  QualifierWords(List<String> all, String spelt, Scripts.@Nullable Writing writingOfTitle) {
    this.all = all;
    this.parts = Numerals.parts(all);
    this.words = Numerals.withoutParts(all);
    this.spelt = spelt;
    this.writingOfTitle = writingOfTitle;
  }

  /** The qualifier that the words amount to. */
  Qualifier qualifier(List<String> guests) {
    Set<String> kinds = kinds();
    Sort sort = sort(kinds);
    boolean isVersion = sort == Sort.VERSION;
    Set<String> named = isVersion && kinds.isEmpty() ? kindOfUnnamed() : kinds;
    return new Qualifier(
        spelt,
        all,
        sort,
        isVersion ? named : Set.of(),
        isVersion ? details(words, named) : Set.of(),
        isVersion || sort == Sort.CUT ? cuts(named) : Set.of(),
        sort == Sort.SUBTITLE || sort == Sort.UNKNOWN ? Set.of() : parts,
        guests);
  }

  private Set<String> kinds() {
    Set<String> kinds = new LinkedHashSet<>();
    boolean isPlain = words.stream().allMatch(QualifierWords::isKnown) || !isSentence();
    int last = last();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean isVersion = word.equals("take") ? isTake(i) : Vocabulary.VERSIONS.contains(word);
      boolean isClear =
          isPlain
              || i == last
              || !Vocabulary.AMBIGUOUS.contains(word)
              || i == 0 && Vocabulary.OPENING.contains(word);
      if (isVersion && isClear) {
        kinds.add(word);
      }
    }
    return withoutImplied(kinds);
  }

  /** Removes implied kinds: unplugged implies live, and live implies a session or a performance. */
  static Set<String> withoutImplied(Set<String> kinds) {
    if (kinds.contains("unplugged")) {
      kinds.remove("live");
    }
    if (kinds.contains("live")) {
      kinds.removeAll(Set.of("session", "recorded", "performance", "concert"));
    }
    return kinds;
  }

  private boolean isTake(int at) {
    return words.size() == 1
        || at + 1 < words.size() && Numerals.isNumeral(words.get(at + 1))
        || at > 0 && Numerals.isNumeral(words.get(at - 1))
        || words.contains("alternate");
  }

  /** The index of the last word that is neither a year nor about the mastering. */
  private int last() {
    int last = words.size() - 1;
    while (last > 0 && isYearOrMastering(words.get(last))) {
      last--;
    }
    return last;
  }

  private static boolean isYearOrMastering(String word) {
    return Numerals.isDigits(word) || Vocabulary.MASTERING.contains(word);
  }

  private static boolean isKnown(String word) {
    return isHarmless(word)
        || Vocabulary.VERSIONS.contains(word)
        || Vocabulary.VAGUE.contains(word)
        || Vocabulary.CUTS.contains(word)
        || Vocabulary.STYLES.contains(word)
        || Vocabulary.isLanguage(word);
  }

  private static boolean isHarmless(String word) {
    return Vocabulary.MASTERING.contains(word)
        || Vocabulary.RELEASE.contains(word)
        || Vocabulary.FILLERS.contains(word)
        || Numerals.isDigits(word)
        || ORDINAL.matcher(word).matches();
  }

  private Sort sort(Set<String> kinds) {
    if (isForFilm(kinds)) {
      return Sort.RELEASE;
    }
    if (!kinds.isEmpty()) {
      return Sort.VERSION;
    }
    List<String> rest =
        words.stream()
            .filter(word -> !isHarmless(word) && !Vocabulary.VAGUE.contains(word))
            .filter(word -> !Vocabulary.CUTS.contains(word))
            .toList();
    return rest.isEmpty() ? sortOfKnown() : sortOfNamed(rest);
  }

  /** {@code From "Grease"}, {@code aus "Der König der Löwen"}, {@code Original Soundtrack}. */
  private boolean isForFilm(Set<String> kinds) {
    if (!kinds.isEmpty() && !isQuoted(spelt.length() - 1)) {
      return false;
    }
    int from = words.indexOf("from");
    return words.contains("soundtrack")
        || words.contains("ost")
        || from == 0 && words.size() > 1
        || from > 0 && Vocabulary.SOUNDTRACK.contains(words.get(from - 1))
        || words.size() > 1
            && Vocabulary.FROM.contains(words.getFirst())
            && (from > 0 || isAnyQuoted() || has(Vocabulary.SOUNDTRACK));
  }

  private boolean isAnyQuoted() {
    return spelt.chars().anyMatch(c -> QUOTES.indexOf(c) >= 0);
  }

  private boolean isQuoted(int at) {
    return at >= 0 && QUOTES.indexOf(spelt.charAt(at)) >= 0;
  }

  private boolean has(Set<String> any) {
    return words.stream().anyMatch(any::contains);
  }

  private Sort sortOfKnown() {
    if (has(Vocabulary.CUTS)) {
      return Sort.CUT;
    }
    if (has(Vocabulary.RELEASE)) {
      return Sort.RELEASE;
    }
    if (has(Vocabulary.MASTERING)) {
      return Sort.NOTHING;
    }
    if (has(Vocabulary.VAGUE)) {
      return Sort.VERSION;
    }
    return parts.isEmpty() ? Sort.UNKNOWN : Sort.PART;
  }

  private Sort sortOfNamed(List<String> rest) {
    if (words.contains("remaster") || words.contains("rvg")) {
      return Sort.NOTHING;
    }
    if (Vocabulary.STYLES.containsAll(rest)) {
      return Sort.VERSION;
    }
    if (has(Vocabulary.RELEASED) || isOfficialFile()) {
      return Sort.RELEASE;
    }
    if (isOfLanguageOrStyle(rest) || isNamedVersion() || isDated()) {
      return Sort.VERSION;
    }
    return isSecondName() ? Sort.SUBTITLE : Sort.UNKNOWN;
  }

  private static boolean isOfLanguageOrStyle(List<String> words) {
    return words.stream()
        .allMatch(word -> Vocabulary.isLanguage(word) || Vocabulary.STYLES.contains(word));
  }

  private boolean isOfficialFile() {
    return words.contains("official") && has(Set.of("video", "audio", "lyrics", "visualizer"));
  }

  /** {@code Nero Radio Edit}, {@code Vault Edit 03}, {@code Version of X}. */
  private boolean isNamedVersion() {
    String last = words.get(last());
    return words.contains("version") || last.equals("edit") || Vocabulary.VAGUE.contains(last);
  }

  /** Whether the text has a date of recording or broadcast. */
  private boolean isDated() {
    return DATE.matcher(spelt).find() || MONTH_AND_YEAR.matcher(String.join(" ", words)).find();
  }

  private boolean isSecondName() {
    boolean isInAnotherScript =
        writingOfTitle != null
            && words.stream().map(Scripts::of).anyMatch(this::isAnother)
            && spelt.chars().noneMatch(Character::isDigit);
    return isInAnotherScript || isCatalogued() || isSentence();
  }

  private boolean isAnother(Scripts.@Nullable Writing writing) {
    return writing != null && writing != writingOfTitle;
  }

  private boolean isCatalogued() {
    for (int i = 0; i + 1 < all.size(); i++) {
      if (Vocabulary.CATALOGUES.contains(all.get(i)) && Numerals.isDigits(all.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSentence() {
    return has(Vocabulary.SENTENCE) || spelt.chars().anyMatch(c -> "!?…".indexOf(c) >= 0);
  }

  private Set<String> kindOfUnnamed() {
    if (words.contains("mix")) {
      return Set.of("remix");
    }
    if (words.contains("edit") || words.contains("cut")) {
      return Set.of("edit");
    }
    return Set.of(isDated() && !words.contains("version") ? "live" : "version");
  }

  /** The words that distinguish a version of these kinds from another one. */
  static Set<String> details(List<String> words, Set<String> kinds) {
    Set<String> details = new LinkedHashSet<>(words);
    details.removeAll(kinds);
    details.removeAll(Vocabulary.FILLERS);
    details.removeAll(Vocabulary.VAGUE);
    details.removeAll(Vocabulary.CUTS);
    details.removeAll(Vocabulary.MASTERING);
    details.removeAll(Vocabulary.RELEASE);
    return details;
  }

  private Set<String> cuts(Set<String> kinds) {
    Set<String> cuts = new LinkedHashSet<>(words);
    cuts.retainAll(Vocabulary.CUTS);
    cuts.removeAll(kinds);
    if (cuts.size() > 1) {
      cuts.remove("edit");
    }
    return cuts;
  }
}
