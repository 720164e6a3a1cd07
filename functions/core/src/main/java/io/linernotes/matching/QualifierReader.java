package io.linernotes.matching;

import io.linernotes.matching.Qualifier.Sort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands behind a title. The order of the questions is the rule: who made it and for
 * which film says nothing about the recording; a word known for a version decides; what is left
 * after all harmless words makes the rest a second name, a named remix, or unknown.
 */
final class QualifierReader {

  /** {@code Live / Remastered}, {@code Radio Edit - feat. X}, brackets within brackets. */
  private static final Pattern SEPARATORS = Pattern.compile(" [-–—] |[;/|()\\[\\]{}<>（）［］【】]");

  private static final Pattern YEAR_OF_REMASTER = Pattern.compile("^((?:19|20)[0-9]{2}) - ");

  /** {@code 7"}, {@code 12''}. */
  private static final Pattern INCHES = Pattern.compile("\\b(7|10|12)(?:[\"”]|''|′′|’’)");

  private static final Pattern DATE =
      Pattern.compile("(?<![0-9])[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}(?![0-9])");

  private static final Pattern ORDINAL = Pattern.compile("[0-9]{1,3}(?:st|nd|rd|th|e|eme|er|o|a)");

  private static final Pattern MONTH_AND_YEAR =
      Pattern.compile(
          "(?:^| )(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]{0,7}"
              + " (?:[0-9]{1,2} )?(?:19|20)[0-9]{2}(?: |$)");

  /** Version words that are as common in names: they count at the end, or among their like. */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "bass",
          "drum",
          "beat",
          "beats",
          "string",
          "strings",
          "guitar",
          "violin",
          "piano",
          "harp",
          "tape",
          "cassette",
          "rough",
          "early",
          "sample",
          "orchestra",
          "symphony",
          "choir",
          "solo",
          "duet",
          "no",
          "minute",
          "minutes",
          "hour",
          "hours",
          "vocal",
          "loop",
          "mixed",
          "club",
          "performance",
          "jam",
          "intro",
          "outro",
          "cover",
          "covered",
          "live",
          "concert",
          "recorded",
          "backing",
          "blend",
          "stems",
          "stem",
          "type",
          "unfinished",
          "reborn",
          "flip",
          "redo");

  /** {@code Live at the Forum}, {@code Recorded in a Barn}. */
  private static final Set<String> OPENING = Set.of("live", "recorded", "concert");

  /** In Korea a backing track is "music recorded"; within a name it is a mister. */
  private static final List<String> MUSIC_RECORDED = List.of("mr");

  private static final Set<String> REMIXED = Set.of("remix", "mix", "version", "edit", "rework");

  /** Words of a release beside which any others, such as a country's, are the release's. */
  private static final Set<String> RELEASED =
      Set.of(
          "edition",
          "release",
          "released",
          "reissue",
          "reissued",
          "pressing",
          "import",
          "bonustrack",
          "anniversary",
          "prod");

  private final Scripts.@Nullable Writing writingOfTitle;

  /** A reader for what stands behind a title that is written so. */
  QualifierReader(Scripts.@Nullable Writing writingOfTitle) {
    this.writingOfTitle = writingOfTitle;
  }

  /** Everything that the text within brackets, or after a dash, says. */
  List<Qualifier> read(String text) {
    List<Qualifier> read = new ArrayList<>();
    for (String segment : segments(spelledOut(text))) {
      if (!segment.isBlank()) {
        read.add(segment(segment.strip()));
      }
    }
    return read.stream().anyMatch(each -> each.sort() == Sort.VERSION)
        ? read.stream().map(QualifierReader::asDetail).toList()
        : read;
  }

  /** A list of guests may have slashes of its own; {@code 2009 - Remaster} is one. */
  private static List<String> segments(String text) {
    Guests.Split split = Guests.split(text);
    return split.rest().isEmpty() && !split.names().isEmpty()
        ? List.of(text.split(" [-–—] "))
        : List.of(SEPARATORS.split(YEAR_OF_REMASTER.matcher(text).replaceAll("$1 ")));
  }

  /** What stands beside a version within the same brackets tells more of it. */
  private static Qualifier asDetail(Qualifier segment) {
    return switch (segment.sort()) {
      case SUBTITLE, UNKNOWN ->
          new Qualifier(
              segment.text(),
              segment.words(),
              Sort.VERSION,
              Set.of(),
              details(segment.words(), Set.of()),
              Set.of(),
              Set.of(),
              segment.guests());
      case NOTHING, RELEASE, CUT, PART, VERSION -> segment;
    };
  }

  private static String spelledOut(String text) {
    return INCHES
        .matcher(text)
        .replaceAll("$1inch ")
        .replace("w/o", "without ")
        .replace("W/O", "without ")
        .replace("w/", "with ")
        .replace("W/", "with ")
        .replace("f/", "feat ")
        .replace("F/", "feat ");
  }

  private Qualifier segment(String text) {
    Guests.Split split = Guests.split(text);
    List<String> all = Vocabulary.read(FoldedName.wordList(text));
    if (all.equals(MUSIC_RECORDED)) {
      return classified(text, List.of("karaoke"), text, List.of());
    }
    if (!split.names().isEmpty() && REMIXED.contains(all.getLast())) {
      return classified(text, all, text, List.of());
    }
    if (!split.names().isEmpty() && split.rest().isBlank()) {
      return nothing(text, split.names());
    }
    if (isOneOf(Vocabulary.WITH, all) && !isOfSentence(all.get(1))) {
      return with(text, all);
    }
    String rest = split.rest();
    return classified(rest, Vocabulary.read(FoldedName.wordList(rest)), rest, split.names());
  }

  /** {@code With You} is a second name, {@code With The Roots} names a guest. */
  private static boolean isOfSentence(String word) {
    return Vocabulary.SENTENCE.contains(word) && !Vocabulary.ARTICLES.contains(word);
  }

  /** {@code with strings} is a version, {@code with lyrics} a file, {@code with X} a guest. */
  private Qualifier with(String text, List<String> words) {
    List<String> whom = words.subList(1, words.size());
    if (whom.stream().anyMatch(Vocabulary.FORCES::contains)) {
      return new Qualifier(
          text,
          words,
          Sort.VERSION,
          Set.of("with"),
          Set.copyOf(whom),
          Set.of(),
          Set.of(),
          List.of());
    }
    if (whom.contains("lyrics")) {
      return nothing(text, List.of());
    }
    return nothing(text, Guests.listed(text.substring(text.indexOf(' ') + 1)));
  }

  private static boolean isOneOf(Set<String> openings, List<String> words) {
    return words.size() > 1 && openings.contains(words.getFirst());
  }

  private Qualifier classified(String text, List<String> read, String spelt, List<String> guests) {
    List<String> words = Numerals.canonical(read);
    if (isOneOf(Vocabulary.MADE, words) && isMade(words)) {
      return nothing(text, guests);
    }
    Set<String> parts = parts(words);
    List<String> plain = withoutParts(words);
    Set<String> kinds = kinds(plain, spelt);
    Sort sort = sort(plain, kinds, spelt, !parts.isEmpty());
    if (sort == Sort.VERSION && kinds.isEmpty()) {
      kinds = kindOfUnnamed(plain, spelt);
    }
    return new Qualifier(
        text,
        words,
        sort,
        sort == Sort.VERSION ? kinds : Set.of(),
        sort == Sort.VERSION ? details(plain, kinds) : Set.of(),
        sort == Sort.CUT || sort == Sort.VERSION ? cuts(plain, kinds) : Set.of(),
        sort == Sort.SUBTITLE || sort == Sort.UNKNOWN ? Set.of() : parts,
        guests);
  }

  private static Qualifier nothing(String text, List<String> guests) {
    return new Qualifier(
        text, List.of(), Sort.NOTHING, Set.of(), Set.of(), Set.of(), Set.of(), guests);
  }

  private static boolean isMade(List<String> words) {
    return words.getFirst().startsWith("prod")
        || Set.of("by", "von", "par", "por").contains(words.get(1));
  }

  private static Set<String> parts(List<String> words) {
    if (words.stream().allMatch(word -> Numerals.isNumeral(word) && word.length() <= 4)) {
      return Set.of(words.stream().map(Numerals::value).collect(Collectors.joining(" ")));
    }
    Set<String> parts = new LinkedHashSet<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (Numerals.isPart(words.get(i)) && Numerals.isDigits(words.get(i + 1))) {
        int end = i + 1;
        while (end < words.size() && Numerals.isDigits(words.get(end))) {
          end++;
        }
        parts.add(String.join(" ", words.subList(i + 1, end)));
      }
    }
    return parts;
  }

  private static List<String> withoutParts(List<String> words) {
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (Numerals.isPart(words.get(i))
          && i + 1 < words.size()
          && Numerals.isDigits(words.get(i + 1))) {
        while (i + 1 < words.size() && Numerals.isDigits(words.get(i + 1))) {
          i++;
        }
      } else {
        plain.add(words.get(i));
      }
    }
    return plain;
  }

  private static Set<String> kinds(List<String> words, String spelt) {
    Set<String> kinds = new LinkedHashSet<>();
    boolean isPlain =
        words.stream().allMatch(QualifierReader::isKnown) || !isSentence(words, spelt);
    int last = last(words);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean isVersion =
          word.equals("take") ? isTake(words, i) : Vocabulary.VERSIONS.contains(word);
      boolean isClear =
          isPlain || i == last || !AMBIGUOUS.contains(word) || i == 0 && OPENING.contains(word);
      if (isVersion && isClear) {
        kinds.add(word);
      }
    }
    return withoutImplied(kinds);
  }

  private static Set<String> withoutImplied(Set<String> kinds) {
    if (kinds.contains("unplugged")) {
      kinds.remove("live");
    }
    if (kinds.contains("live")) {
      kinds.removeAll(Set.of("session", "recorded", "performance", "concert"));
    }
    return kinds;
  }

  private static boolean isTake(List<String> words, int at) {
    return words.size() == 1
        || at + 1 < words.size() && Numerals.isNumeral(words.get(at + 1))
        || at > 0 && Numerals.isNumeral(words.get(at - 1))
        || words.contains("alternate");
  }

  /** The place of the last word that is neither a year nor about the mastering. */
  private static int last(List<String> words) {
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

  private Sort sort(List<String> words, Set<String> kinds, String spelt, boolean isPart) {
    if (isForFilm(words, kinds, spelt)) {
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
    return rest.isEmpty() ? sortOfKnown(words, isPart) : sortOfNamed(words, rest, spelt);
  }

  /** {@code From "Grease"}, {@code aus "Der König der Löwen"}, {@code Original Soundtrack}. */
  private static boolean isForFilm(List<String> words, Set<String> kinds, String spelt) {
    if (words.contains("soundtrack") || words.contains("ost")) {
      return kinds.isEmpty();
    }
    int from = words.indexOf("from");
    if (from > 0 && Vocabulary.SOUNDTRACK.contains(words.get(from - 1))) {
      return kinds.isEmpty();
    }
    if (words.size() < 2 || !Vocabulary.FROM.contains(words.getFirst())) {
      return false;
    }
    boolean quoted = spelt.chars().anyMatch(c -> "\"“”„«»‘’".indexOf(c) >= 0);
    return quoted
        || kinds.isEmpty()
            && (words.contains("from") || words.stream().anyMatch(Vocabulary.SOUNDTRACK::contains));
  }

  private static Sort sortOfKnown(List<String> words, boolean isPart) {
    if (words.stream().anyMatch(Vocabulary.CUTS::contains)) {
      return Sort.CUT;
    }
    if (words.stream().anyMatch(Vocabulary.RELEASE::contains)) {
      return Sort.RELEASE;
    }
    if (words.stream().anyMatch(Vocabulary.MASTERING::contains)) {
      return Sort.NOTHING;
    }
    if (words.stream().anyMatch(Vocabulary.VAGUE::contains)) {
      return Sort.VERSION;
    }
    return isPart ? Sort.PART : Sort.UNKNOWN;
  }

  private Sort sortOfNamed(List<String> words, List<String> rest, String spelt) {
    if (words.contains("remaster") || words.contains("rvg")) {
      return Sort.NOTHING;
    }
    if (Vocabulary.STYLES.containsAll(rest)) {
      return Sort.VERSION;
    }
    if (words.stream().anyMatch(RELEASED::contains) || isOfficialFile(words)) {
      return Sort.RELEASE;
    }
    if (isOfLanguageOrStyle(rest) || isNamedVersion(words) || isDated(words, spelt)) {
      return Sort.VERSION;
    }
    return isSecondName(words, spelt) ? Sort.SUBTITLE : Sort.UNKNOWN;
  }

  private static boolean isOfLanguageOrStyle(List<String> words) {
    return words.stream()
        .allMatch(word -> Vocabulary.isLanguage(word) || Vocabulary.STYLES.contains(word));
  }

  private static boolean isOfficialFile(List<String> words) {
    return words.contains("official")
        && Set.of("video", "audio", "lyrics", "visualizer").stream().anyMatch(words::contains);
  }

  /** {@code Robin Schulz Radio Edit}, {@code Archive Edit 02}, {@code Version of X}. */
  private static boolean isNamedVersion(List<String> words) {
    String last = words.get(last(words));
    return words.contains("version") || last.equals("edit") || Vocabulary.VAGUE.contains(last);
  }

  /** What says when it was recorded or broadcast. */
  private static boolean isDated(List<String> words, String spelt) {
    return DATE.matcher(spelt).find() || MONTH_AND_YEAR.matcher(String.join(" ", words)).find();
  }

  private boolean isSecondName(List<String> words, String spelt) {
    boolean isInAnotherScript =
        writingOfTitle != null
            && words.stream().map(Scripts::of).anyMatch(this::isAnother)
            && spelt.chars().noneMatch(Character::isDigit);
    return isInAnotherScript || isCatalogued(words) || isSentence(words, spelt);
  }

  private boolean isAnother(Scripts.@Nullable Writing writing) {
    return writing != null && writing != writingOfTitle;
  }

  private static boolean isCatalogued(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (Vocabulary.CATALOGUES.contains(words.get(i))
          && words.get(i + 1).chars().allMatch(Character::isDigit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSentence(List<String> words, String spelt) {
    return words.stream().anyMatch(Vocabulary.SENTENCE::contains)
        || spelt.chars().anyMatch(c -> "!?…".indexOf(c) >= 0);
  }

  private static Set<String> kindOfUnnamed(List<String> words, String spelt) {
    if (words.contains("mix")) {
      return Set.of("remix");
    }
    if (words.contains("edit") || words.contains("cut")) {
      return Set.of("edit");
    }
    if (words.contains("version")) {
      return Set.of("version");
    }
    if (words.stream().anyMatch(Vocabulary::isLanguage)) {
      return Set.of("version");
    }
    return Set.of(isDated(words, spelt) ? "live" : "version");
  }

  private static Set<String> details(List<String> words, Set<String> kinds) {
    Set<String> details = new LinkedHashSet<>(words);
    details.removeAll(kinds);
    details.removeAll(Vocabulary.FILLERS);
    details.removeAll(Vocabulary.VAGUE);
    details.removeAll(Vocabulary.CUTS);
    details.removeAll(Vocabulary.MASTERING);
    details.removeAll(Vocabulary.RELEASE);
    return details;
  }

  private static Set<String> cuts(List<String> words, Set<String> kinds) {
    Set<String> cuts = new LinkedHashSet<>(words);
    cuts.retainAll(Vocabulary.CUTS);
    cuts.removeAll(kinds);
    if (cuts.size() > 1) {
      cuts.remove("edit");
    }
    return cuts;
  }
}
