package io.linernotes.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names in one credited text: {@code Mina(미나) & The Band feat. X} is an artist with an alias, a
 * second artist and a guest.
 *
 * @param spelt the text as spelt, without guests and bracketed parts
 * @param whole the same as folded words
 * @param names the folded keys of the whole name, of its aliases and of its ensemble's leader
 * @param members the folded keys of the artists that the text joins
 * @param guests the guests that the text names
 */
record ArtistNames(
    String spelt, String whole, Set<String> names, Set<String> members, List<String> guests) {

  private static final Pattern JOINTS =
      Pattern.compile(
          " ?[,;/、，] ?| (?:&|\\+|and|x|×|vs\\.?|with|e|et|y|und|och|og|en|con|i|и|meets|presents"
              + "|pres\\.?|versus) ",
          Pattern.CASE_INSENSITIVE);

  /** Words for a group that follow its leader's name. */
  private static final Set<String> ENSEMBLES =
      Set.of(
          "duo",
          "trio",
          "quartet",
          "quartett",
          "quarteto",
          "cuarteto",
          "quintet",
          "quintett",
          "sextet",
          "septet",
          "octet",
          "nonet",
          "band",
          "orchestra",
          "orchester",
          "orchestre",
          "orquesta",
          "ensemble",
          "group",
          "combo",
          "experience",
          "project",
          "collective",
          "singers",
          "choir",
          "bigband");

  static ArtistNames of(String credited) {
    String line = FoldedName.collapsed(credited);
    Brackets brackets = Brackets.of(line);
    String outside = FoldedName.collapsed(brackets.outside());
    Guests.Split split = Guests.split(outside);
    String rest = split.rest().isEmpty() ? outside : split.rest();
    List<String> guests = new ArrayList<>(split.rest().isEmpty() ? List.of() : split.names());
    Set<String> names = new LinkedHashSet<>();
    addName(names, rest);
    for (String inside : brackets.inside()) {
      Guests.Split within = Guests.split(inside);
      if (within.names().isEmpty()) {
        addName(names, rest + " " + inside);
        addAlias(names, inside);
      } else {
        guests.addAll(within.names());
      }
    }
    Set<String> members = new LinkedHashSet<>();
    for (String member : JOINTS.split(rest)) {
      addName(members, member);
    }
    Scripts.sideBySide(FoldedName.words(rest)).forEach(name -> names.add(FoldedName.key(name)));
    names.remove("");
    members.remove("");
    return new ArtistNames(rest, FoldedName.words(rest), names, members, List.copyOf(guests));
  }

  /**
   * The names to search for: the whole text, the ensemble's leader, the first of joined artists.
   */
  List<String> searchable() {
    Set<String> searchable = new LinkedHashSet<>(List.of(spelt));
    searchable.add(withoutEnsemble(spelt));
    // A limit keeps the parts that are empty: a name may be nothing but a joint.
    String first = JOINTS.split(spelt, -1)[0].strip();
    // A shorter part is no artist: AC/DC are one artist.
    if (first.length() > 2) {
      searchable.add(first);
    }
    return List.copyOf(searchable);
  }

  /** A single letter in brackets is part of a name, as in {@code f(x)}. */
  private static void addAlias(Set<String> names, String inside) {
    if (FoldedName.words(inside).length() > 1) {
      addName(names, inside);
    }
  }

  private static void addName(Set<String> names, String name) {
    String words = FoldedName.words(name);
    names.add(FoldedName.key(words));
    names.add(FoldedName.key(withoutEnsemble(words)));
  }

  /** {@code The Ann Lake Quartet} is led by {@code Ann Lake}; {@code The Band} by nobody. */
  private static String withoutEnsemble(String name) {
    List<String> words = List.of(name.split(" "));
    int from = words.getFirst().equalsIgnoreCase("the") ? 1 : 0;
    int to = words.size();
    while (to > from && ENSEMBLES.contains(words.get(to - 1).toLowerCase(Locale.ROOT))) {
      to--;
    }
    if (to > from && words.get(to - 1).equalsIgnoreCase("big")) {
      to--;
    }
    boolean isLed = to < words.size() && to - from > 1;
    return isLed ? String.join(" ", words.subList(from, to)) : name;
  }
}
