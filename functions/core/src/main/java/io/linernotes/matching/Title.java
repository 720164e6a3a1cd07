package io.linernotes.matching;

import io.linernotes.matching.Qualifier.Sort;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parsed track title: its base, and the qualifiers after it in brackets or after a dash. The
 * package description says how two titles are compared.
 */
public final class Title {

  private final String base;
  private final List<String> root;
  private final Set<String> parts;
  private final List<Qualifier> qualifiers;
  private final List<String> guests;

  /**
   * @param base the title without its qualifiers, as spelt
   * @param root the canonical words of the base without a part's number
   * @param parts the part's number
   */
  Title(
      String base,
      List<String> root,
      Set<String> parts,
      List<Qualifier> qualifiers,
      List<String> guests) {
    this.base = base;
    this.root = List.copyOf(root);
    this.parts = Set.copyOf(parts);
    this.qualifiers = List.copyOf(qualifiers);
    this.guests = List.copyOf(guests);
  }

  /** Parses a title. */
  public static Title of(String title) {
    return TitleReader.read(title);
  }

  /**
   * This title with a disambiguation as MusicBrainz has it ({@code live, 1986-07-12}) as a
   * qualifier.
   */
  public Title qualified(@Nullable String disambiguation) {
    if (disambiguation == null || disambiguation.isBlank()) {
      return this;
    }
    List<Qualifier> more = new QualifierReader(writing()).read(disambiguation);
    return new Title(
        base, root, parts, Stream.concat(qualifiers.stream(), more.stream()).toList(), guests);
  }

  /** The title without its qualifiers, as spelt. */
  public String base() {
    return base;
  }

  /** The title as spelt, without guests, mastering, release and cut. */
  public String plain() {
    return Stream.concat(
            Stream.of(base),
            qualifiers.stream()
                .filter(Qualifier::isNamed)
                .filter(qualifier -> !base.endsWith(" - " + qualifier.text()))
                .map(qualifier -> "(" + qualifier.text() + ")"))
        .collect(Collectors.joining(" "));
  }

  /** The names to search by: the base, then its second names in other scripts. */
  public List<String> searchNames() {
    Stream<String> beside =
        of(Sort.SUBTITLE).map(Qualifier::text).filter(text -> Scripts.of(text) != writing());
    return Stream.of(Stream.of(base), beside, Scripts.sideBySide(FoldedName.words(base)).stream())
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  /** How much the other title is like this one. */
  public Likeness likenessTo(Title other) {
    return comparedWith(other, Set.of()).likeness();
  }

  /**
   * How much the other title is like this one, and why.
   *
   * @param people folded words of the artists' names, since a composer's name may precede the title
   */
  Finding comparedWith(Title other, Set<String> people) {
    return new TitleComparison(this, other, people).finding();
  }

  /**
   * How much the other title names the same song, or the same part of it, regardless of the
   * version.
   */
  Likeness songLikenessTo(Title other, Set<String> people) {
    return new TitleComparison(this, other, people).song();
  }

  /** Base and qualifiers as one key: {@code Ignition Remix} is {@code Ignition (Remix)}. */
  String key() {
    return FoldedName.key(
        Stream.concat(Stream.of(spelledRoot()), qualifiers.stream().map(Qualifier::joined))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(" ")));
  }

  /** The root and the second names as one key. */
  String nameKey() {
    return FoldedName.key(
        Stream.concat(
                Stream.of(String.join(" ", root)),
                of(Sort.SUBTITLE, Sort.UNKNOWN).map(Qualifier::joined))
            .collect(Collectors.joining(" ")));
  }

  private String spelledRoot() {
    String words = String.join(" ", root);
    return parts.isEmpty() ? words : words + " part " + String.join(" ", parts);
  }

  String root() {
    return String.join(" ", root);
  }

  Scripts.@Nullable Writing writing() {
    return Scripts.of(root());
  }

  Set<String> parts() {
    return Stream.concat(
            parts.stream(), qualifiers.stream().flatMap(qualifier -> qualifier.parts().stream()))
        .collect(Collectors.toSet());
  }

  List<Qualifier> qualifiers() {
    return qualifiers;
  }

  Stream<Qualifier> of(Sort... sorts) {
    Set<Sort> wanted = Set.of(sorts);
    return qualifiers.stream().filter(qualifier -> wanted.contains(qualifier.sort()));
  }

  /** The guests that the title names. */
  List<String> guests() {
    return Stream.concat(
            guests.stream(), qualifiers.stream().flatMap(qualifier -> qualifier.guests().stream()))
        .toList();
  }

  @Override
  public String toString() {
    return plain();
  }
}
