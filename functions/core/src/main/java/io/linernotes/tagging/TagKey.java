package io.linernotes.tagging;

import io.linernotes.track.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key that all spellings of one tag share.
 *
 * @param value the tag's letters and digits only
 */
public record TagKey(String value) {

  private static final Pattern APOSTROPHE = Pattern.compile("['’‘`´]");
  private static final Pattern AND =
      Pattern.compile("[&+]|(?<=\\W)n(?=\\W)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final Pattern DECADE = Pattern.compile("(?:19(?=[3-9])|20(?=[01]))([0-9]0s)");

  /** Genres that are often followed by a redundant {@code music}. */
  private static final Set<String> WITH_MUSIC =
      Set.of(
          ("ambient classical country disco electronic folk funk hiphop house indie jazz metal pop"
                  + " punk reggae rock soul techno trance")
              .split(" "));

  /**
   * Synonyms. Each line begins with the spelling that is the most frequent at Last.fm. Differences
   * of case and punctuation need no line.
   */
  private static final List<List<String>> SYNONYMS =
      List.of(
          List.of("drum and bass", "dnb", "d&b", "drumnbass", "drum bass"),
          List.of("rnb", "r&b"),
          List.of("edm", "electronic dance music"),
          List.of("idm", "intelligent dance music"),
          List.of("uk garage", "ukg"),
          List.of("alternative rock", "alt rock"),
          List.of("alternative country", "alt country"),
          List.of("progressive rock", "prog rock"),
          List.of("progressive metal", "prog metal"),
          List.of("progressive house", "prog house"),
          List.of("psychedelic rock", "psych rock"),
          List.of("psytrance", "psychedelic trance"),
          List.of("melodic death metal", "melodeath"),
          List.of("rock n roll", "rocknroll"),
          List.of("j-pop", "japanese pop"),
          List.of("k-pop", "korean pop"),
          List.of("singer-songwriter", "singer-songwriters"),
          List.of(
              "female vocalists",
              "female vocalist",
              "female vocals",
              "female vocal",
              "female singers",
              "female singer"),
          List.of(
              "male vocalists",
              "male vocalist",
              "male vocals",
              "male vocal",
              "male singers",
              "male singer"),
          List.of("soundtrack", "soundtracks", "ost", "original soundtrack"),
          List.of("video game music", "vgm", "game music"),
          List.of("cover", "covers", "cover version", "cover song"),
          List.of("remix", "remixes"),
          List.of("ballad", "ballads"),
          List.of("oldies", "oldie"),
          List.of("90s", "nineties"),
          List.of("80s", "eighties"),
          List.of("70s", "seventies"),
          List.of("60s", "sixties"),
          List.of("50s", "fifties"));

  private static final Map<String, TagKey> BY_SYNONYM = new HashMap<>();
  private static final Map<TagKey, String> SPELLINGS = new HashMap<>();

  static {
    for (List<String> line : SYNONYMS) {
      TagKey key = new TagKey(folded(line.getFirst()));
      SPELLINGS.put(key, line.getFirst());
      line.forEach(synonym -> BY_SYNONYM.put(folded(synonym), key));
    }
  }

  /** The key of a tag in any spelling; a tag of signs alone keeps its signs. */
  public static TagKey of(String tag) {
    String folded = folded(tag);
    return Objects.requireNonNullElseGet(BY_SYNONYM.get(folded), () -> new TagKey(folded));
  }

  /**
   * The spelling to show; null unless the tag has synonyms that differ by more than punctuation.
   */
  public @Nullable String preferredSpelling() {
    return SPELLINGS.get(this);
  }

  private static String folded(String tag) {
    String joined = AND.matcher(Names.normalized(tag)).replaceAll(" and ");
    String unquoted = APOSTROPHE.matcher(joined).replaceAll("");
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(Names.unaccented(unquoted))) {
      if (!word.isEmpty()) {
        words.add(DECADE.matcher(word).replaceFirst("$1"));
      }
    }
    if (words.isEmpty()) {
      return Names.normalized(tag);
    }
    String whole = String.join("", words);
    String genre = String.join("", words.subList(0, words.size() - 1));
    return words.getLast().equals("music") && WITH_MUSIC.contains(genre) ? genre : whole;
  }
}
