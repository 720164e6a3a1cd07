package io.linernotes.enrichment.lastfm;

import io.linernotes.matching.Guests;
import io.linernotes.track.Names;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The artist names under which Last.fm may file a credit: the name without guests, then, where it
 * joins several artists, the first of them. {@code Tina Turner & Rod Stewart} are two artists,
 * while {@code Simon & Garfunkel} and {@code Kool & The Gang} are one: a name is taken apart only
 * if a part of it has two words and none begins with an article. This is stricter than {@link
 * io.linernotes.matching.ArtistCredit#searchNames}, because a duration confirms the hits of a
 * search, while only names confirm Last.fm's answer.
 */
final class MainArtist {

  private static final Pattern JOINT =
      Pattern.compile(
          "[,;](?![0-9]) ?| (?:&|\\+|/|x|×|vs\\.?|versus|and|with|e|et|y|und) ",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ENSEMBLE =
      Pattern.compile(
          "(?:the|his|her|their|die|der|das|los|las|les|la|le|el|i|gli|os|as) .*",
          Pattern.CASE_INSENSITIVE);

  private MainArtist() {}

  /** The names to try, the likeliest first. */
  static List<String> names(String credited) {
    String whole = Guests.stripped(credited);
    List<String> parts = JOINT.splitAsStream(whole).map(String::strip).toList();
    return isJoined(parts)
        ? Stream.of(whole, parts.getFirst()).distinct().toList()
        : List.of(whole);
  }

  private static boolean isJoined(List<String> parts) {
    return parts.size() > 1
        && parts.stream().noneMatch(part -> Names.letters(part).isEmpty())
        && parts.stream().anyMatch(part -> part.indexOf(' ') > 0)
        && parts.stream().skip(1).noneMatch(part -> ENSEMBLE.matcher(part).matches());
  }
}
