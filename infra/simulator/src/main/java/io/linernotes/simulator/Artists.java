package io.linernotes.simulator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The artists of the catalogue's songs. */
final class Artists {
  private static final Pattern INVENTED = Pattern.compile("generatedArtist(\\d{7})");

  private final Catalogue catalogue;

  Artists(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static String spotifyId(String name) {
    OptionalInt invented = InventedSongs.artistNumber(name);
    return invented.isPresent()
        ? "generatedArtist%07d".formatted(invented.getAsInt())
        : Ids.spotify("artist:" + name);
  }

  Optional<Artist> bySpotifyId(String id) {
    Matcher invented = INVENTED.matcher(id);
    if (invented.matches()) {
      return named(InventedSongs.artist(Integer.parseInt(invented.group(1))));
    }
    return catalogue.songs().stream()
        .flatMap(song -> song.artists().stream())
        .filter(name -> spotifyId(name).equals(id))
        .findFirst()
        .flatMap(this::named);
  }

  Optional<Artist> named(String name) {
    List<Song> songs = catalogue.byArtist(name);
    return songs.isEmpty() ? Optional.empty() : Optional.of(artist(name, songs));
  }

  private static Artist artist(String name, List<Song> songs) {
    long listeners = songs.stream().mapToLong(Song::listeners).sum();
    List<String> tags =
        songs.stream()
            .flatMap(song -> song.tags().stream())
            .filter(tag -> !tag.equals("favorites"))
            .distinct()
            .limit(5)
            .toList();
    return new Artist(name, spotifyId(name), tags, listeners, listeners * 21);
  }
}
