package io.linernotes.simulator;

import java.util.List;

/**
 * An artist, with all the data that any provider has.
 *
 * @param tags Last.fm's tags, which are also Spotify's genres where Spotify still returns genres
 */
record Artist(String name, String spotifyId, List<String> tags, long listeners, long playcount) {

  long deezerId() {
    return Ids.number("deezer artist:" + name, 1, 90_000_000);
  }

  String mbid() {
    return Ids.uuid("artist:" + name);
  }

  /** Spotify's genres; empty for every third artist. */
  List<String> genres() {
    return Ids.number("genres:" + name, 0, 3) == 0 ? List.of() : tags.stream().limit(3).toList();
  }
}
