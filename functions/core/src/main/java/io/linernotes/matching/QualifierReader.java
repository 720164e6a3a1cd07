package io.linernotes.matching;

import io.linernotes.matching.Qualifier.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the qualifiers of a title. A text within brackets or after a dash may hold several, each of
 * which becomes a {@link Qualifier}. This class splits off guests; {@link QualifierWords}
 * interprets the other words.
 */
final class QualifierReader {

  /** {@code Live / Remastered}, {@code Radio Edit - feat. X}, brackets within brackets. */
  private static final Pattern SEPARATORS = Pattern.compile(" [-–—] |[;/|()\\[\\]{}<>（）［］【】]");

  private static final Pattern YEAR_OF_REMASTER = Pattern.compile("^((?:19|20)[0-9]{2}) - ");

  /** {@code 7"}, {@code 12''}. */
  private static final Pattern INCHES = Pattern.compile("\\b(7|10|12)(?:[\"”]|''|′′|’’)");

  /** In Korea a backing track is "music recorded"; within a name it is a mister. */
  private static final List<String> MUSIC_RECORDED = List.of("mr");

  private final Scripts.@Nullable Writing writingOfTitle;

  /** A reader for the qualifiers of a title in that writing; null if it has no letters. */
  QualifierReader(Scripts.@Nullable Writing writingOfTitle) {
    this.writingOfTitle = writingOfTitle;
  }

  /** The qualifiers in a text within brackets or after a dash. */
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

  /**
   * Splits the text at its separators, except within a list of guests, which may have slashes of
   * its own, and in {@code 2009 - Remaster}.
   */
  private static List<String> segments(String text) {
    Guests.Split split = Guests.split(text);
    return split.rest().isEmpty() && !split.names().isEmpty()
        ? List.of(text.split(" [-–—] "))
        : List.of(SEPARATORS.split(YEAR_OF_REMASTER.matcher(text).replaceAll("$1 ")));
  }

  /** Makes a segment beside a version in the same brackets a detail of that version. */
  private static Qualifier asDetail(Qualifier segment) {
    return switch (segment.sort()) {
      case SUBTITLE, UNKNOWN ->
          new Qualifier(
              segment.text(),
              segment.words(),
              Sort.VERSION,
              Set.of(),
              QualifierWords.details(segment.words(), Set.of()),
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
      return classified(List.of("karaoke"), text, List.of());
    }
    if (!split.names().isEmpty() && Vocabulary.REMIXED.contains(all.getLast())) {
      return classified(all, text, List.of());
    }
    if (!split.names().isEmpty() && split.rest().isBlank()) {
      return nothing(text, split.names());
    }
    if (isOneOf(Vocabulary.WITH, all) && !isOfSentence(all.get(1))) {
      return with(text, all);
    }
    String rest = split.rest();
    return classified(Vocabulary.read(FoldedName.wordList(rest)), rest, split.names());
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

  private Qualifier classified(List<String> read, String spelt, List<String> guests) {
    List<String> words = Numerals.canonical(read);
    return isOneOf(Vocabulary.MADE, words) && isMade(words)
        ? nothing(spelt, guests)
        : new QualifierWords(words, spelt, writingOfTitle).qualifier(guests);
  }

  private static Qualifier nothing(String text, List<String> guests) {
    return new Qualifier(
        text, List.of(), Sort.NOTHING, Set.of(), Set.of(), Set.of(), Set.of(), guests);
  }

  private static boolean isMade(List<String> words) {
    return words.getFirst().startsWith("prod")
        || Set.of("by", "von", "par", "por").contains(words.get(1));
  }
}
