package io.linernotes.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ten million invented songs, each computed from its number.
 *
 * <p>Five in a row share an artist. Of ten, three are without an ISRC at Spotify; of five of those,
 * MusicBrainz has the ISRC of four. Their names end with their number, so that a search finds them.
 */
final class InventedSongs {
  static final int LIMIT = 10_000_000;

  private static final int SONGS_PER_ARTIST = 5;
  private static final long FIRST_DEEZER_ID = 9_000_000_000L;
  private static final Pattern ISRC = Pattern.compile("ZZGEN(\\d{7})");
  private static final Pattern SPOTIFY_ID = Pattern.compile("generatedTrack(\\d{8})");
  private static final Pattern LAST_NUMBER = Pattern.compile("(?<= )\\d{1,7}$");
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,7}(?!\\d)");

  private static final List<String> COLOURS =
      List.of(
          "Amber",
          "Crimson",
          "Velvet",
          "Neon",
          "Silver",
          "Midnight",
          "Golden",
          "Hollow",
          "Electric",
          "Paper",
          "Distant",
          "Broken",
          "Quiet",
          "Liquid",
          "Northern",
          "Second");
  private static final List<String> THINGS =
      List.of(
          "Harbour",
          "Signal",
          "Garden",
          "Motor",
          "Mirror",
          "Horizon",
          "Cassette",
          "Parade",
          "Engine",
          "Lantern",
          "Orbit",
          "River",
          "Static",
          "Tunnel",
          "Window",
          "Pulse");
  private static final List<String> BANDS =
      List.of(
          "Foxes",
          "Architects",
          "Satellites",
          "Cartographers",
          "Swimmers",
          "Machines",
          "Lighthouses",
          "Strangers",
          "Pilots",
          "Gardeners",
          "Ghosts",
          "Mechanics",
          "Drifters");
  private static final List<String> TAGS =
      List.of(
          "house",
          "techno",
          "electronic",
          "dance",
          "downtempo",
          "indie",
          "ambient",
          "disco",
          "drum and bass",
          "trance",
          "breakbeat",
          "synthpop");

  private InventedSongs() {}

  static Song at(int number) {
    String isrc = "ZZGEN%07d".formatted(number);
    String artist = artist(number / SONGS_PER_ARTIST);
    long seconds = 150 + number * 7_919L % 210;
    CatalogueEntry entry =
        new CatalogueEntry(
            title(number),
            List.of(artist),
            isrc,
            seconds * 1_000 + number * 37L % 1_000,
            "generatedTrack%08d".formatted(number),
            FIRST_DEEZER_ID + number,
            pick(THINGS, number / SONGS_PER_ARTIST) + " Sessions",
            null,
            null,
            number % 7 == 0,
            null,
            null,
            null,
            tags(number),
            null,
            null,
            null,
            null,
            null,
            quirks(number));
    return entry.song();
  }

  static Optional<Song> byIsrc(String isrc) {
    return numbered(ISRC, isrc);
  }

  static Optional<Song> bySpotifyId(String id) {
    return numbered(SPOTIFY_ID, id);
  }

  static Optional<Song> byDeezerId(long id) {
    long number = id - FIRST_DEEZER_ID;
    return number >= 0 && number < LIMIT ? Optional.of(at((int) number)) : Optional.empty();
  }

  /** The songs whose ISRC, number or artist's number occurs in the text. */
  static Stream<Song> mentionedIn(String text) {
    Set<Integer> numbers = new HashSet<>();
    for (Matcher isrcs = ISRC.matcher(text); isrcs.find(); ) {
      numbers.add(Integer.parseInt(isrcs.group(1)));
    }
    for (Matcher names = NUMBER.matcher(text); names.find(); ) {
      int number = Integer.parseInt(names.group());
      numbers.add(number);
      if (number < LIMIT / SONGS_PER_ARTIST) {
        int first = number * SONGS_PER_ARTIST;
        IntStream.range(first, first + SONGS_PER_ARTIST).forEach(numbers::add);
      }
    }
    return numbers.stream().sorted().map(InventedSongs::at);
  }

  /** The number of the artist with this name. */
  static OptionalInt artistNumber(String name) {
    Matcher number = LAST_NUMBER.matcher(name);
    return number.find() && artist(Integer.parseInt(number.group())).equals(name)
        ? OptionalInt.of(Integer.parseInt(number.group()))
        : OptionalInt.empty();
  }

  /** The name of the artist of this number. */
  static String artist(int number) {
    return pick(COLOURS, number * 5) + " " + pick(BANDS, number) + " " + number;
  }

  private static Optional<Song> numbered(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches()
        ? Optional.of(Integer.parseInt(matcher.group(1)))
            .filter(n -> n < LIMIT)
            .map(InventedSongs::at)
        : Optional.empty();
  }

  private static String title(int number) {
    return pick(COLOURS, number) + " " + pick(THINGS, number / COLOURS.size()) + " " + number;
  }

  private static List<String> tags(int number) {
    int artist = number / SONGS_PER_ARTIST;
    return List.of(pick(TAGS, artist), pick(TAGS, artist + 1 + number % 3), "favorites");
  }

  private static List<String> quirks(int number) {
    int third = List.of(2, 5, 8).indexOf(number % 10);
    if (third < 0) {
      return List.of();
    }
    boolean knownToMusicBrainz = (number / 10 * 3 + third) % 5 != 4;
    return knownToMusicBrainz
        ? List.of("spotify_without_isrc")
        : List.of("spotify_without_isrc", "musicbrainz_without_isrcs");
  }

  private static String pick(List<String> from, int number) {
    return from.get(number % from.size());
  }
}
