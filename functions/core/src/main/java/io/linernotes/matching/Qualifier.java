package io.linernotes.matching;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands behind a title in brackets or after a dash.
 *
 * @param text as spelt
 * @param words folded, without guests and mastering
 * @param kinds the version words in it
 */
record Qualifier(String text, String words, Sort sort, Set<String> kinds) {

  /** What a qualifier says about the recording. */
  enum Sort {
    /** Guests or mastering: nothing about which recording it is. */
    NOTHING,
    /** The release or the cut of it: the recording is the same, its duration may not be. */
    PACKAGING,
    /** Another recording than the plain title: live, remix, instrumental, part 2. */
    VERSION,
    /** A second name, which other catalogues may leave out. */
    SUBTITLE
  }

  private static final Pattern GUESTS =
      Pattern.compile("^with .*|\\b(?:feat|ft|featuring)\\b.*|^(?:prod|produced by) .*");

  private static final Pattern MASTERING =
      Pattern.compile(
          "\\b(?:[0-9]{4} )?(?:(?:digital|digitally|new|hd|[0-9]{2} ?bit) )*(?:[0-9]{4} )?"
              + "remaster(?:ed|ing)?(?: (?:version|edition|track))?(?: (?:in )?[0-9]{4})?"
              + "(?: (?:version|edition|digital))?\\b"
              + "|\\b(?:mono|stereo|dolby atmos|spatial audio|5 1ch)(?: (?:version|mix))?\\b");

  private static final Pattern PACKAGING =
      Pattern.compile(
          "\\b(?:(?:radio|album|single|original|lp|ep|standard|main|full|explicit|clean|deluxe"
              + "|official|music|lyrics?|video|bonus|7|7 inch) )+"
              + "(?:version|ver|mix|edit|track|video|audio|edition|cut)\\b"
              + "|\\b(?:explicit|clean|deluxe|official|original)$|^(?:19|20)[0-9]{2}$");

  private static final Pattern SOUNDTRACK =
      Pattern.compile("(?:music |songs? )?from .*|.*\\b(?:soundtrack|ost)");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}|[ivx]{1,4}");

  private static final Set<String> VERSIONS =
      Set.of(
          ("live remix acoustic demo instrumental karaoke cover spedup slowed reverb nightcore edit"
                  + " extended dub vip bootleg mashup rework remake flip rerecorded tribute reprise"
                  + " intro outro interlude skit part volume session sessions orchestral symphonic"
                  + " unplugged stripped acapella rehearsal outtake alternate alternative club tv"
                  + " commentary piano lofi 8d medley")
              .split(" "));

  /** Version words that say nothing beside another one: {@code live version} is {@code live}. */
  private static final Set<String> VAGUE = Set.of("version", "ver", "mix", "take", "cut");

  private static final Set<String> FILLERS =
      Set.of("at", "in", "on", "the", "of", "from", "a", "by", "and", "de", "la");

  /** Reads the text within the brackets or after the dash. */
  static Qualifier of(String text) {
    String said = without(MASTERING, without(GUESTS, FoldedName.words(text)));
    if (said.isEmpty()) {
      return new Qualifier(text, "", Sort.NOTHING, Set.of());
    }
    String words = canonical(without(PACKAGING, said));
    if (words.isEmpty()) {
      return new Qualifier(text, said, Sort.PACKAGING, Set.of());
    }
    Set<String> kinds = kinds(words);
    if (!kinds.isEmpty()) {
      return new Qualifier(text, words, Sort.VERSION, kinds);
    }
    return new Qualifier(
        text, words, SOUNDTRACK.matcher(words).matches() ? Sort.PACKAGING : Sort.SUBTITLE, kinds);
  }

  /** The words that tell this version from another of the same kind. */
  Set<String> details() {
    Set<String> details = split(words);
    details.removeAll(FILLERS);
    details.removeAll(VAGUE);
    return details;
  }

  private static Set<String> kinds(String words) {
    Set<String> kinds = split(words);
    if (NUMBER.matcher(words).matches()) {
      return Set.of("part");
    }
    boolean remixed = kinds.contains("mix");
    boolean vague = kinds.stream().anyMatch(VAGUE::contains);
    kinds.retainAll(VERSIONS);
    if (kinds.isEmpty() && vague) {
      return Set.of(remixed ? "remix" : "version");
    }
    return Collections.unmodifiableSet(kinds);
  }

  /** One word for each way to say the same. */
  private static String canonical(String words) {
    return words
        .replaceAll("\\b(?:sped|speed) up\\b", "spedup")
        .replaceAll("\\b(?:a )?cap+ell?a\\b", "acapella")
        .replaceAll("\\bre ?record(?:ed|ing)\\b", "rerecorded")
        .replaceAll("\\boff vocal\\b", "instrumental")
        .replaceAll("\\b(?:(?:en|ao|dal) vivo|en directo|(?:in|en) concert)\\b", "live")
        .replaceAll(
            "\\b(?:in the style of|originally performed by|(?:as )?made famous by)\\b", "tribute")
        .replaceAll("\\b(?:rmx|remixed)\\b", "remix")
        .replaceAll("\\bpt\\b", "part")
        .replaceAll("\\bvol\\b", "volume");
  }

  private static String without(Pattern pattern, String words) {
    return pattern.matcher(words).replaceAll(" ").strip().replaceAll(" +", " ");
  }

  private static Set<String> split(String words) {
    return new LinkedHashSet<>(Arrays.asList(words.split(" ")));
  }
}
