package io.linernotes.matching;

import io.linernotes.matching.Qualifier.Sort;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses titles into base, guests and qualifiers, in one pass. */
final class TitleReader {

  private static final Pattern DASH = Pattern.compile(" [-–—|] ");

  /** {@code Title -Live-} and {@code Title ～Live～}, as in Japan. */
  private static final String ENCLOSING = "-~～〜";

  /** Words about the file or the mastering that follow a title without brackets or a dash. */
  private static final Pattern UNMARKED =
      Pattern.compile(
          " (?:official (?:music |lyrics? |hd )?(?:video|audio)"
              + "|(?:digital(?:ly)? )?remaster(?:ed)?(?: version| [0-9]{4}){0,2}"
              + "|[0-9]{4} (?:digital )?remaster(?:ed)?(?: version)?)$",
          Pattern.CASE_INSENSITIVE);

  private final String line;
  private final List<Qualifier> qualifiers = new ArrayList<>();

  private TitleReader(String line) {
    this.line = line;
  }

  static Title read(String title) {
    String composed = Normalizer.normalize(FoldedName.unescaped(title), Normalizer.Form.NFKC);
    return new TitleReader(FoldedName.collapsed(composed)).read();
  }

  private Title read() {
    Brackets brackets = Brackets.of(line);
    List<String> parts = parts(FoldedName.collapsed(brackets.outside()));
    if (parts.isEmpty() || !hasName(parts.getFirst())) {
      return new Title(line, FoldedName.wordList(line), Set.of(), List.of(), List.of());
    }
    Guests.Split split = Guests.split(withoutUnmarked(parts.getFirst()));
    String root = split.rest().isEmpty() ? parts.getFirst() : split.rest();
    QualifierReader reader = new QualifierReader(Scripts.of(root));
    StringBuilder base = new StringBuilder(root);
    brackets.inside().forEach(inside -> qualifiers.addAll(reader.read(inside)));
    parts.stream().skip(1).forEach(part -> addSuffix(part, reader, base));
    return named(base.toString(), root, split.rest().isEmpty() ? List.of() : split.names());
  }

  private Title named(String base, String root, List<String> guests) {
    List<String> words = Numerals.canonical(FoldedName.wordList(root));
    int part = Numerals.partAtEnd(words);
    return new Title(
        base,
        words.subList(0, part),
        part == words.size()
            ? Set.of()
            : Set.of(String.join(" ", words.subList(part + 1, words.size()))),
        qualifiers,
        guests);
  }

  /**
   * Adds the text after a dash as qualifiers. Unknown words also stay in the base, because the dash
   * may belong to the name.
   */
  private void addSuffix(String part, QualifierReader reader, StringBuilder base) {
    boolean isInBase = false;
    for (Qualifier suffix : reader.read(part)) {
      boolean unknown = suffix.sort() == Sort.SUBTITLE || suffix.sort() == Sort.UNKNOWN;
      isInBase |= unknown;
      qualifiers.add(unknown ? unsure(suffix) : suffix);
    }
    if (isInBase) {
      base.append(" - ").append(part);
    }
  }

  private static Qualifier unsure(Qualifier suffix) {
    return new Qualifier(
        suffix.text(),
        suffix.words(),
        Sort.UNKNOWN,
        suffix.kinds(),
        suffix.details(),
        suffix.cuts(),
        suffix.parts(),
        suffix.guests());
  }

  /** The parts between dashes. A version may come first: {@code Nightcore - Song}. */
  private static List<String> parts(String outside) {
    List<String> parts = new ArrayList<>();
    for (String part : DASH.split(outside)) {
      String text = part.strip();
      if (parts.size() > 1 && Numerals.isYear(parts.getLast())) {
        // The year of a remaster: "Title - 1999 - Remaster".
        parts.add(parts.removeLast() + " " + text);
      } else if (!text.isEmpty()) {
        parts.addAll(withoutEnclosed(text));
      }
    }
    return parts.size() == 2 && parts.getFirst().equalsIgnoreCase("nightcore")
        ? parts.reversed()
        : parts;
  }

  private static List<String> withoutEnclosed(String text) {
    int end = text.length() - 1;
    int start = ENCLOSING.indexOf(text.charAt(end)) < 0 ? -1 : enclosed(text, end);
    return start <= 0
        ? List.of(text)
        : List.of(text.substring(0, start).strip(), text.substring(start + 2, end).strip());
  }

  /**
   * The index of the sign, after a blank, that opens an enclosed end of the text; -1 if there is
   * none.
   */
  private static int enclosed(String text, int end) {
    int start = text.lastIndexOf(" " + text.charAt(end), end - 2);
    return start > 0 && start + 2 < end && text.charAt(start + 2) != ' ' ? start : -1;
  }

  private static boolean hasName(String root) {
    return root.codePoints().anyMatch(Character::isLetterOrDigit)
        || !FoldedName.words(root).isBlank();
  }

  private static String withoutUnmarked(String root) {
    Matcher unmarked = UNMARKED.matcher(root);
    String rest = unmarked.find() ? root.substring(0, unmarked.start()) : root;
    int comma = Math.max(rest.lastIndexOf(", "), rest.lastIndexOf(';'));
    return comma > 0 && isMastering(rest.substring(comma + 1)) ? rest.substring(0, comma) : rest;
  }

  private static boolean isMastering(String text) {
    List<Qualifier> read = new QualifierReader(null).read(text);
    return !read.isEmpty()
        && read.stream().allMatch(each -> each.sort() == Sort.NOTHING && each.guests().isEmpty())
        && Arrays.stream(text.strip().split(" ")).count() < 5;
  }
}
