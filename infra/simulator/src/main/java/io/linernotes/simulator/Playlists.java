package io.linernotes.simulator;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The simulated playlists; generated ones exist in every size. */
final class Playlists {
  static final String USER = "linernotes-dj";

  private static final String SOMEBODY_ELSE = "crate-digger";
  private static final Pattern GENERATED = Pattern.compile("generated(\\d{13})");

  private final Map<String, Playlist> playlists = new ConcurrentHashMap<>();

  Playlists(Catalogue catalogue) {
    put(DemoPlaylists.demo(catalogue));
    put(DemoPlaylists.privateMixes(catalogue));
  }

  Optional<Playlist> find(String id) {
    return Optional.ofNullable(playlists.get(id)).or(() -> generated(id));
  }

  void put(Playlist playlist) {
    playlists.put(playlist.id(), playlist);
  }

  void remove(String id) {
    playlists.remove(id);
  }

  void replace(String id, List<Song> songs) {
    Playlist before =
        find(id).orElseGet(() -> new Playlist(id, "Playlist " + id, "", USER, true, List.of(), 0));
    put(before.withEntries(Playlist.tracks(songs)));
  }

  void append(String id, List<Song> songs) {
    Playlist before =
        find(id).orElseThrow(() -> new IllegalArgumentException("There is no playlist " + id));
    put(
        before.withEntries(
            Stream.concat(before.entries().stream(), Playlist.tracks(songs).stream()).toList()));
  }

  private static Optional<Playlist> generated(String id) {
    Matcher matcher = GENERATED.matcher(id);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) > InventedSongs.LIMIT) {
      return Optional.empty();
    }
    int size = Integer.parseInt(matcher.group(1));
    return Optional.of(
        new Playlist(
            id,
            "Generated, " + size + " tracks",
            "Invented tracks, as many as the id says",
            SOMEBODY_ELSE,
            true,
            new InventedTracks(size),
            1));
  }

  /** The first invented songs, created when they are read. */
  private static final class InventedTracks extends AbstractList<PlaylistEntry> {
    private final int size;

    private InventedTracks(int size) {
      this.size = size;
    }

    @Override
    public PlaylistEntry get(int index) {
      return new PlaylistEntry.Track(InventedSongs.at(index));
    }

    @Override
    public int size() {
      return size;
    }
  }
}
