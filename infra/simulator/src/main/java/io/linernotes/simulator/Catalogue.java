package io.linernotes.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All songs: well-known recordings, those that tests add, and the invented ones. */
public final class Catalogue {
  private final Map<String, Song> songsByIsrc = new ConcurrentSkipListMap<>();

  Catalogue() {
    wellKnown().forEach(this::put);
  }

  /** The songs that are not invented, by ISRC. */
  public List<Song> songs() {
    return List.copyOf(songsByIsrc.values());
  }

  /** The song of this title, as Spotify spells it. */
  public Song titled(String title) {
    return songs().stream()
        .filter(song -> song.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No song is titled " + title));
  }

  /** The invented song of this number, as in generated playlists. */
  public Song invented(int number) {
    return InventedSongs.at(number);
  }

  /** Adds a song, or replaces the one of the same ISRC. */
  public void put(Song song) {
    songsByIsrc.put(song.isrc(), song);
  }

  Optional<Song> byIsrc(String isrc) {
    return Optional.ofNullable(songsByIsrc.get(isrc)).or(() -> InventedSongs.byIsrc(isrc));
  }

  Optional<Song> bySpotifyId(String id) {
    return first(song -> song.spotifyId().equals(id)).or(() -> InventedSongs.bySpotifyId(id));
  }

  Optional<Song> byDeezerId(long id) {
    return first(song -> song.deezerId() == id).or(() -> InventedSongs.byDeezerId(id));
  }

  /** A superset of the songs that match a query with this text. */
  Stream<Song> candidates(String text) {
    return Stream.concat(
        songsByIsrc.values().stream(),
        InventedSongs.mentionedIn(text).filter(song -> !songsByIsrc.containsKey(song.isrc())));
  }

  /** The songs of the artist with exactly this name. */
  List<Song> byArtist(String name) {
    return candidates(name).filter(song -> song.artists().contains(name)).toList();
  }

  private Optional<Song> first(Predicate<Song> wanted) {
    return songsByIsrc.values().stream().filter(wanted).findFirst();
  }

  private static List<Song> wellKnown() {
    try (InputStream file = Catalogue.class.getResourceAsStream("catalogue.json")) {
      return Json.MAPPER
          .readValue(Objects.requireNonNull(file), new TypeReference<List<CatalogueEntry>>() {})
          .stream()
          .map(CatalogueEntry::song)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
