package io.linernotes.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The artists of a recording as a catalogue credits them, the main one first. Catalogues differ in
 * whether {@code Simon & Garfunkel} are one artist or two, and in whom they name besides the first.
 */
public record ArtistCredit(List<Credited> artists) {

  /** An artist by the name credited, and the other names that the catalogue knows. */
  public record Credited(String name, List<String> aliases) {
    public Credited {
      aliases = List.copyOf(aliases);
    }
  }

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*[,;/]\\s*|\\s+(?:&|\\+|and|x|vs\\.?|with)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Set<String> JOINTS = Set.of("and", "x", "vs", "with");

  public ArtistCredit {
    artists = List.copyOf(artists);
  }

  /** A credit of names alone. */
  public static ArtistCredit of(List<String> names) {
    return new ArtistCredit(names.stream().map(name -> new Credited(name, List.of())).toList());
  }

  /**
   * How much the other credit is like this one: exact if the main artists' names agree but for
   * spelling, or the whole credits do; similar if the main artist of one is known to the other,
   * under an alias or further down.
   */
  public Likeness likenessTo(ArtistCredit other) {
    if (artists.isEmpty() || other.artists.isEmpty()) {
      return Likeness.DIFFERENT;
    }
    Credited main = artists.getFirst();
    Credited otherMain = other.artists.getFirst();
    String key = key(main.name());
    if (!key.isEmpty() && key.equals(key(otherMain.name())) || words().equals(other.words())) {
      return Likeness.EXACT;
    }
    return Collections.disjoint(keys(List.of(main)), keys(other.artists))
            && Collections.disjoint(keys(List.of(otherMain)), keys(artists))
        ? Likeness.DIFFERENT
        : Likeness.SIMILAR;
  }

  /** Every word of the credit, whoever it belongs to. */
  private Set<String> words() {
    Set<String> words = new HashSet<>();
    for (Credited artist : artists) {
      words.addAll(List.of(FoldedName.words(Guests.stripped(artist.name())).split(" ")));
    }
    words.removeAll(JOINTS);
    return words.isEmpty() ? Set.of(artists.toString()) : words;
  }

  /** The names that these artists go by, whole, in parts and under aliases. */
  private static Set<String> keys(List<Credited> artists) {
    Set<String> keys = new LinkedHashSet<>();
    for (Credited artist : artists) {
      List<String> names = new ArrayList<>(artist.aliases());
      names.add(artist.name());
      names.addAll(List.of(SEPARATOR.split(artist.name())));
      names.forEach(name -> keys.add(key(name)));
    }
    keys.remove("");
    return keys;
  }

  private static String key(String name) {
    return FoldedName.key(FoldedName.words(Guests.stripped(name)));
  }
}
