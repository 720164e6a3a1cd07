package io.linernotes.simulator;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds songs by Spotify's query language: plain words, and filters such as {@code isrc:}. */
final class SpotifySearch {
  private static final Pattern FILTER =
      Pattern.compile("\\b(isrc|track|artist|album|year):(?:\"([^\"]*)\"|(\\S+))");

  private final Catalogue catalogue;

  SpotifySearch(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  List<Song> find(String query) {
    String words = FILTER.matcher(query).replaceAll(" ").strip();
    return catalogue.candidates(query).filter(song -> fits(song, query, words)).toList();
  }

  private static boolean fits(Song song, String query, String words) {
    for (Matcher filters = FILTER.matcher(query); filters.find(); ) {
      String value = Optional.ofNullable(filters.group(2)).orElseGet(() -> filters.group(3));
      if (!fits(song, filters.group(1), value, query)) {
        return false;
      }
    }
    return words.isEmpty() || Text.containsWords(everything(song), words);
  }

  private static boolean fits(Song song, String filter, String value, String query) {
    return switch (filter) {
      case "isrc" -> song.isrc().equalsIgnoreCase(value) && !song.has(Quirk.SPOTIFY_WITHOUT_ISRC);
      case "track" -> Text.containsPhrase(song.title(), value);
      case "artist" ->
          song.artists().stream().anyMatch(artist -> Text.containsPhrase(artist, value));
      case "album" -> Text.containsPhrase(song.album(), value);
      case "year" -> song.releaseDate().startsWith(value);
      default -> throw new IllegalStateException("No such filter in " + query);
    };
  }

  private static String everything(Song song) {
    return song.title() + " " + String.join(" ", song.artists()) + " " + song.album();
  }
}
