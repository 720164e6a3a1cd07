package io.linernotes.matching;

import io.linernotes.matching.Qualifier.Sort;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two titles in several steps; the step that finds the least likeness decides. */
final class TitleComparison {

  /** In titles at least as long as this, one inner letter more is a typing error. */
  private static final int LONG = 16;

  private final Title one;
  private final Title other;
  private final Set<String> people;

  TitleComparison(Title one, Title other, Set<String> people) {
    this.one = one;
    this.other = other;
    this.people = people;
  }

  Finding finding() {
    Finding guests = guests();
    if (one.key().equals(other.key())) {
      return one.key().isEmpty()
          ? new Finding(Likeness.DIFFERENT, "a title is empty")
          : Finding.deciding(List.of(new Finding(Likeness.EXACT, "the titles agree"), guests));
    }
    Finding name = name();
    if (name.likeness() == Likeness.DIFFERENT) {
      return name;
    }
    return Finding.deciding(
        List.of(name, kinds(), parts(), guests, details(), extras(), cuts(), releases()));
  }

  /** How much the songs are alike, regardless of their versions. */
  Likeness song() {
    return one.key().equals(other.key()) && !one.key().isEmpty()
        ? Likeness.EXACT
        : name().likeness().and(parts().likeness());
  }

  /** Compares the names of the songs without their qualifiers. */
  private Finding name() {
    String key = FoldedName.key(one.root());
    String otherKey = FoldedName.key(other.root());
    if (key.equals(otherKey) || one.nameKey().equals(other.nameKey())) {
      return new Finding(Likeness.EXACT, "the titles agree");
    }
    if (FoldedName.isLooselyAlike(one.root(), other.root())) {
      return new Finding(
          Likeness.SIMILAR,
          "the titles differ in spelling only: " + pair(one.base(), other.base()));
    }
    if (isNamedBeside()) {
      return new Finding(
          Likeness.SIMILAR,
          "one title has the other's name beside its own: " + pair(one.base(), other.base()));
    }
    if (Spelling.isSlip(one.root(), other.root())) {
      return new Finding(
          one.root().length() < LONG ? Likeness.UNSURE : Likeness.SIMILAR,
          "the titles differ in one letter: " + pair(one.base(), other.base()));
    }
    if (withoutComposer(one).equals(withoutComposer(other))) {
      return new Finding(Likeness.SIMILAR, "one title names its composer");
    }
    Likeness sound = Transliteration.likeness(one.root(), other.root());
    return new Finding(
        sound,
        sound.isMatch()
            ? "the titles sound alike in two scripts: " + pair(one.base(), other.base())
            : "the titles are different: " + pair(one.base(), other.base()));
  }

  /** Whether one title is the second name of the other. */
  private boolean isNamedBeside() {
    return names(one).contains(FoldedName.key(other.root()))
        || names(other).contains(FoldedName.key(one.root()));
  }

  /** The names of a title besides its root: in another script, or its initials spelt out. */
  private static Set<String> names(Title title) {
    Set<String> names = new HashSet<>();
    addSideBySide(names, title.root());
    title
        .of(Sort.SUBTITLE, Sort.UNKNOWN)
        .map(Qualifier::joined)
        .forEach(
            words -> {
              if (Scripts.of(words) != title.writing() || isSpeltOut(title.root(), words)) {
                names.add(FoldedName.key(words));
              }
              addSideBySide(names, words);
            });
    return names;
  }

  /**
   * Adds both names of a text in two scripts, unless one of them is a qualifier such as a version.
   */
  private static void addSideBySide(Set<String> names, String words) {
    List<String> both = Scripts.sideBySide(words);
    if (both.stream().allMatch(TitleComparison::isName)) {
      both.forEach(name -> names.add(FoldedName.key(name)));
    }
  }

  private static boolean isName(String words) {
    return new QualifierReader(null)
        .read(words).stream()
            .allMatch(each -> each.sort() == Sort.SUBTITLE || each.sort() == Sort.UNKNOWN);
  }

  /**
   * Whether the letters are the initials of the words: {@code RSP} of {@code Rock Scissors Paper}.
   */
  private static boolean isSpeltOut(String letters, String words) {
    String initials =
        List.of(words.split(" ")).stream()
            .map(word -> word.substring(0, 1))
            .collect(Collectors.joining());
    return initials.length() > 1 && initials.equals(letters);
  }

  /** The key of the title without its composer: {@code Bach: Air} by Bach is {@code Air}. */
  private String withoutComposer(Title title) {
    int colon = title.base().indexOf(':');
    if (colon > 0 && people.containsAll(FoldedName.wordList(title.base().substring(0, colon)))) {
      return FoldedName.key(
          String.join(
              " ", Numerals.canonical(FoldedName.wordList(title.base().substring(colon + 1)))));
    }
    return FoldedName.key(String.join(" ", Numerals.canonical(FoldedName.wordList(title.base()))));
  }

  private Finding kinds() {
    Set<String> kinds = kinds(one);
    Set<String> others = kinds(other);
    if (kinds.equals(others)) {
      return new Finding(Likeness.EXACT, "");
    }
    Set<String> only = new TreeSet<>(kinds);
    only.removeAll(others);
    Set<String> onlyOther = new TreeSet<>(others);
    onlyOther.removeAll(kinds);
    return new Finding(Likeness.DIFFERENT, versions(String.join(" ", only), onlyOther));
  }

  private static Set<String> kinds(Title title) {
    return QualifierWords.withoutImplied(all(title, Qualifier::kinds));
  }

  private static String versions(String only, Set<String> onlyOther) {
    String other = String.join(" ", onlyOther);
    if (only.isEmpty() || other.isEmpty()) {
      return "only the %s title is a version: \"%s\""
          .formatted(only.isEmpty() ? "second" : "first", only + other);
    }
    return "the titles are different versions: " + pair(only, other);
  }

  private Finding parts() {
    return one.parts().equals(other.parts())
        ? new Finding(Likeness.EXACT, "")
        : new Finding(
            Likeness.DIFFERENT,
            "the titles are different parts: " + pair(partWords(one), partWords(other)));
  }

  private static String partWords(Title title) {
    return title.parts().isEmpty() ? "the whole" : String.join(", ", new TreeSet<>(title.parts()));
  }

  /** Compares versions of one kind: {@code Live} may be {@code Live at Wembley}. */
  private Finding details() {
    Set<String> details = all(one, Qualifier::details);
    Set<String> others = all(other, Qualifier::details);
    if (details.equals(others)) {
      return new Finding(Likeness.EXACT, "");
    }
    String words = pair(words(details), words(others));
    return details.containsAll(others) || others.containsAll(details)
        ? new Finding(Likeness.UNSURE, "one title tells more about the version: " + words)
        : new Finding(
            Likeness.DIFFERENT, "the titles are different versions of one kind: " + words);
  }

  private static String words(Set<String> words) {
    return words.isEmpty() ? "nothing" : String.join(" ", words);
  }

  /** Compares second names, and words that may be second names. */
  private Finding extras() {
    Set<String> extras = extras(one);
    Set<String> others = extras(other);
    boolean sameRoot = FoldedName.key(one.root()).equals(FoldedName.key(other.root()));
    if (extras.equals(others)
        || one.nameKey().equals(other.nameKey())
        || !sameRoot && isNamedBeside()) {
      return new Finding(Likeness.EXACT, "");
    }
    if (extras.isEmpty() || others.isEmpty()) {
      return onlyOn(extras.isEmpty() ? other : one);
    }
    return overlap(extras, others)
        ? new Finding(Likeness.SIMILAR, "the second names nearly agree")
        : new Finding(
            Likeness.DIFFERENT,
            "the second names are different: "
                + pair(String.join(" ", extras), String.join(" ", others)));
  }

  private static Finding onlyOn(Title title) {
    String words =
        title
            .of(Sort.SUBTITLE, Sort.UNKNOWN)
            .map(Qualifier::text)
            .collect(Collectors.joining(", ", "\"", "\""));
    return hasUnknown(title)
        ? new Finding(
            Likeness.UNSURE, "only one title says " + words + ", which may be another version")
        : new Finding(Likeness.SIMILAR, "only one title has the second name " + words);
  }

  private static boolean hasUnknown(Title title) {
    return title.of(Sort.UNKNOWN).findAny().isPresent();
  }

  private static Set<String> extras(Title title) {
    return title
        .of(Sort.SUBTITLE, Sort.UNKNOWN)
        .flatMap(qualifier -> qualifier.words().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether one side has all words of the other. */
  private static boolean overlap(Set<String> some, Set<String> others) {
    return some.containsAll(others) || others.containsAll(some);
  }

  private Finding cuts() {
    Set<String> cuts = all(one, Qualifier::cuts);
    Set<String> others = all(other, Qualifier::cuts);
    return cuts.equals(others)
        ? new Finding(Likeness.EXACT, "")
        : new Finding(
            Likeness.UNSURE, "the titles are different cuts: " + pair(words(cuts), words(others)));
  }

  private Finding releases() {
    return new Finding(Likeness.SIMILAR, "the titles agree but for a release or a film");
  }

  /** Compares guests: of two sides that name guests, one may name only the first ones. */
  private Finding guests() {
    List<String> guests = keys(one.guests());
    List<String> others = keys(other.guests());
    if (guests.isEmpty() || others.isEmpty() || joined(guests).equals(joined(others))) {
      return new Finding(Likeness.EXACT, "");
    }
    String words = pair(String.join(", ", one.guests()), String.join(", ", other.guests()));
    boolean first = startsWith(guests, others) || startsWith(others, guests);
    return first
        ? new Finding(Likeness.SIMILAR, "one title names more guests: " + words)
        : new Finding(Likeness.DIFFERENT, "the guests are different: " + words);
  }

  private static boolean startsWith(List<String> longer, List<String> shorter) {
    return shorter.size() <= longer.size()
        && longer.getFirst().equals(shorter.getFirst())
        && longer.containsAll(shorter);
  }

  private static Set<String> joined(List<String> keys) {
    return new HashSet<>(keys);
  }

  private static List<String> keys(List<String> names) {
    return names.stream().map(name -> FoldedName.key(FoldedName.words(name))).toList();
  }

  private static Set<String> all(Title title, Function<Qualifier, Set<String>> part) {
    Set<String> all = new LinkedHashSet<>();
    title.qualifiers().forEach(qualifier -> all.addAll(part.apply(qualifier)));
    return all;
  }

  private static String pair(@Nullable String one, @Nullable String other) {
    return "\"" + one + "\" and \"" + other + "\"";
  }
}
