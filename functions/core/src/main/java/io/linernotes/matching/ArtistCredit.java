package io.linernotes.matching;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The artists of a recording as a catalogue credits them, the main one first. Catalogues differ in
 * whether {@code Simon & Garfunkel} are one artist or two, and in which further artists they name.
 */
public record ArtistCredit(List<Credited> artists) {

  /** An artist by the name credited, and the other names that the catalogue knows. */
  public record Credited(String name, List<String> aliases) {
    /** Copies the aliases. */
    public Credited {
      aliases = List.copyOf(aliases);
    }
  }

  private static final Set<String> JOINTS =
      Set.of("and", "x", "vs", "with", "und", "et", "feat", "ft", "featuring");

  /** Copies the artists. */
  public ArtistCredit {
    artists = List.copyOf(artists);
  }

  /** A credit of names alone. */
  public static ArtistCredit of(List<String> names) {
    return new ArtistCredit(names.stream().map(name -> new Credited(name, List.of())).toList());
  }

  /** How much the other credit is like this one. */
  public Likeness likenessTo(ArtistCredit other) {
    return comparedWith(other).likeness();
  }

  /**
   * How much the other credit is like this one, and why. Exact: the main artists or the whole
   * credits agree apart from spelling. Similar: the main artist of one is in the other under an
   * alias, as the leader of an ensemble, or further down. Unsure: only other artists agree, or one
   * name is a surname alone.
   */
  Finding comparedWith(ArtistCredit other) {
    if (artists.isEmpty() || other.artists.isEmpty()) {
      return new Finding(Likeness.DIFFERENT, "no artist is named");
    }
    String names = "\"" + spelt() + "\" and \"" + other.spelt() + "\"";
    if (isSameMain(other)) {
      return isJoinedWithOthers(other)
          ? new Finding(
              Likeness.UNSURE, "the main artist agrees, the others are different: " + names)
          : new Finding(Likeness.EXACT, "the artists agree");
    }
    if (words().equals(other.words())) {
      return new Finding(Likeness.EXACT, "the artists agree");
    }
    Set<String> main = allNames(artists.subList(0, 1), true);
    Set<String> otherMain = allNames(other.artists.subList(0, 1), true);
    Set<String> all = allNames(artists, true);
    Set<String> others = allNames(other.artists, true);
    if (!Collections.disjoint(main, others) || !Collections.disjoint(otherMain, all)) {
      return new Finding(
          Likeness.SIMILAR, "the main artist of one is an artist of the other: " + names);
    }
    if (FoldedName.isLooselyAlike(whole(), other.whole())) {
      return new Finding(Likeness.SIMILAR, "the artists differ in spelling only: " + names);
    }
    Likeness sound =
        Transliteration.likeness(
            FoldedName.words(artists.getFirst().name()),
            FoldedName.words(other.artists.getFirst().name()));
    if (sound.isMatch()) {
      return new Finding(sound, "the artists sound alike in two scripts: " + names);
    }
    boolean shared =
        !Collections.disjoint(allNames(artists, false), allNames(other.artists, false));
    if (shared || isSurname(main, otherMain, other)) {
      return new Finding(Likeness.UNSURE, "the artists agree in part: " + names);
    }
    return new Finding(Likeness.DIFFERENT, "the artists are different: " + names);
  }

  /**
   * The names to search by, the likeliest first: the main artist as spelt, then the leader or the
   * first of several artists in that one text, then the second artist.
   */
  public List<String> searchNames() {
    return artists.stream()
        .limit(2)
        .flatMap(artist -> ArtistNames.of(artist.name()).searchable().stream())
        .distinct()
        .toList();
  }

  Scripts.@Nullable Writing writing() {
    return artists.isEmpty() ? null : Scripts.of(FoldedName.words(artists.getFirst().name()));
  }

  private boolean isSameMain(ArtistCredit other) {
    String key = mainKey();
    return !key.isEmpty() && key.equals(other.mainKey());
  }

  private String mainKey() {
    return FoldedName.key(whole());
  }

  private String whole() {
    return ArtistNames.of(artists.getFirst().name()).whole();
  }

  /** Whether both name artists besides the main one, and have none of those in common. */
  private boolean isJoinedWithOthers(ArtistCredit other) {
    Set<String> rest = others();
    Set<String> otherRest = other.others();
    return !rest.isEmpty() && !otherRest.isEmpty() && Collections.disjoint(rest, otherRest);
  }

  /** The folded names of all artists and guests except the main artist. */
  Set<String> others() {
    Set<String> others = new LinkedHashSet<>(allNames(artists.subList(1, artists.size()), false));
    ArtistNames.of(artists.getFirst().name()).guests().forEach(guest -> others.add(key(guest)));
    return others;
  }

  /** Whether one main artist is the other's surname alone: {@code Ure} may be {@code Midge Ure}. */
  private boolean isSurname(Set<String> main, Set<String> otherMain, ArtistCredit other) {
    return otherMain.contains(surname()) || main.contains(other.surname());
  }

  private String surname() {
    List<String> words = FoldedName.wordList(artists.getFirst().name());
    return words.size() == 2 ? words.getLast() : " ";
  }

  /** The words of all names in the credit; {@code TanakaKenji} is two words. */
  Set<String> words() {
    Set<String> words = new HashSet<>();
    for (Credited artist : artists) {
      words.addAll(FoldedName.wordList(parted(artist.name())));
    }
    words.removeAll(JOINTS);
    return words.isEmpty() ? Set.of(artists.toString()) : words;
  }

  private static String parted(String name) {
    StringBuilder parted = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      boolean begins =
          i > 1
              && Character.isUpperCase(name.charAt(i))
              && Character.isLowerCase(name.charAt(i - 1));
      parted.append(begins ? " " : "").append(name.charAt(i));
    }
    return parted.toString();
  }

  /**
   * All names of these artists: the whole names, aliases, joined artists and, unless excluded,
   * guests.
   */
  private static Set<String> allNames(List<Credited> artists, boolean withoutGuests) {
    Set<String> all = new LinkedHashSet<>();
    for (Credited artist : artists) {
      Stream.concat(Stream.of(artist.name()), artist.aliases().stream())
          .map(ArtistNames::of)
          .forEach(
              names -> {
                all.addAll(names.names());
                all.addAll(names.members());
                if (!withoutGuests) {
                  names.guests().forEach(guest -> all.add(key(guest)));
                }
              });
    }
    all.remove("");
    return all;
  }

  private static String key(String name) {
    return FoldedName.key(FoldedName.words(name));
  }

  private String spelt() {
    return artists.stream().map(Credited::name).collect(Collectors.joining(", "));
  }
}
