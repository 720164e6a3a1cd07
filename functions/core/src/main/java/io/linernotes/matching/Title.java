package io.linernotes.matching;

import io.linernotes.matching.Qualifier.Sort;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A track's title taken apart: its base, and what is said behind it in brackets or after a dash.
 *
 * <p>Two titles are the same recording's if their bases agree but for spelling and their version
 * words agree: live, remix, acoustic, demo, instrumental, karaoke, cover, sped up, slowed, edit,
 * part 2, … Guests and mastering (remaster, mono, stereo) count for nothing. Packaging (radio edit,
 * album version, clean, from a film) and second names may be missing on one side, which makes the
 * titles {@link Likeness#SIMILAR}. There is no tolerance for typing errors: the names come from
 * catalogues, and {@code Part 1} is one letter away from {@code Part 2}.
 */
public final class Title {

  private static final Pattern BRACKETED = Pattern.compile("[(\\[{【]([^()\\[\\]{}【】]*)[)\\]}】]");
  private static final Pattern DASH = Pattern.compile("\\s+[-–—]\\s+");

  /** Brackets may stand within brackets, once. */
  private static final int NESTING = 2;

  private final String base;
  private final List<Qualifier> qualifiers;

  private Title(String base, List<Qualifier> qualifiers) {
    this.base = base;
    this.qualifiers = List.copyOf(qualifiers);
  }

  /** Takes a title apart. */
  public static Title of(String title) {
    List<Qualifier> qualifiers = new ArrayList<>();
    String composed = Normalizer.normalize(title, Normalizer.Form.NFKC);
    String unbracketed = composed;
    for (int i = 0; i < NESTING; i++) {
      unbracketed = withoutBrackets(unbracketed, qualifiers);
    }
    String base = Guests.stripped(withoutSuffixes(unbracketed, qualifiers));
    return base.isEmpty()
        ? new Title(composed.strip(), List.of())
        : new Title(base.replaceAll("\\s+", " "), qualifiers);
  }

  /** Brackets that open a title belong to its name: {@code (I Can't Get No) Satisfaction}. */
  private static String withoutBrackets(String title, List<Qualifier> qualifiers) {
    StringBuilder rest = new StringBuilder();
    Matcher bracketed = BRACKETED.matcher(title);
    while (bracketed.find()) {
      boolean opening = title.substring(0, bracketed.start()).isBlank();
      if (!opening) {
        qualifiers.add(Qualifier.of(bracketed.group(1)));
      }
      bracketed.appendReplacement(
          rest, opening ? Matcher.quoteReplacement(bracketed.group()) : " ");
    }
    return bracketed.appendTail(rest).toString();
  }

  /** A dash may also belong to the name; what follows must be known for a qualifier. */
  private static String withoutSuffixes(String title, List<Qualifier> qualifiers) {
    String[] parts = DASH.split(title);
    StringBuilder rest = new StringBuilder(parts.length == 0 ? title : parts[0]);
    for (int i = 1; i < parts.length; i++) {
      Qualifier suffix = Qualifier.of(parts[i]);
      if (suffix.sort() == Sort.SUBTITLE) {
        rest.append(" - ").append(parts[i]);
      } else {
        qualifiers.add(suffix);
      }
    }
    return rest.toString();
  }

  /** The same title told apart from others of its name, as MusicBrainz does it. */
  public Title qualified(@Nullable String disambiguation) {
    if (disambiguation == null || disambiguation.isBlank()) {
      return this;
    }
    List<Qualifier> more = new ArrayList<>(qualifiers);
    more.add(Qualifier.of(disambiguation));
    return new Title(base, more);
  }

  /** The title without anything behind it, as spelt. */
  public String base() {
    return base;
  }

  /** The title as spelt, without guests, mastering and packaging. */
  public String plain() {
    return Stream.concat(
            Stream.of(base),
            of(Sort.VERSION, Sort.SUBTITLE)
                .map(qualifier -> "(" + Guests.stripped(qualifier.text()) + ")"))
        .collect(Collectors.joining(" "));
  }

  /** How much the other title is like this one. */
  public Likeness likenessTo(Title other) {
    if (key().equals(other.key())) {
      return key().isEmpty() ? Likeness.DIFFERENT : Likeness.EXACT;
    }
    if (!FoldedName.key(FoldedName.words(base)).equals(FoldedName.key(FoldedName.words(other.base)))
        || !all(Qualifier::kinds).equals(other.all(Qualifier::kinds))) {
      return Likeness.DIFFERENT;
    }
    return nested(all(Qualifier::details), other.all(Qualifier::details))
            && nested(subtitles(), other.subtitles())
        ? Likeness.SIMILAR
        : Likeness.DIFFERENT;
  }

  /** Base and qualifiers run together: {@code Ignition Remix} is {@code Ignition (Remix)}. */
  private String key() {
    return FoldedName.key(
        Stream.concat(
                Stream.of(FoldedName.words(base)),
                of(Sort.PACKAGING, Sort.VERSION, Sort.SUBTITLE).map(Qualifier::words))
            .collect(Collectors.joining(" ")));
  }

  private Set<String> all(Function<Qualifier, Set<String>> part) {
    return of(Sort.VERSION).flatMap(each -> part.apply(each).stream()).collect(Collectors.toSet());
  }

  private Set<String> subtitles() {
    return of(Sort.SUBTITLE)
        .map(qualifier -> FoldedName.key(qualifier.words()))
        .collect(Collectors.toSet());
  }

  private Stream<Qualifier> of(Sort... sorts) {
    Set<Sort> wanted = new HashSet<>(List.of(sorts));
    return qualifiers.stream().filter(qualifier -> wanted.contains(qualifier.sort()));
  }

  /** Whether one side only tells more than the other, nothing else. */
  private static boolean nested(Set<String> some, Set<String> others) {
    return some.containsAll(others) || others.containsAll(some);
  }

  @Override
  public String toString() {
    return plain();
  }
}
