package io.linernotes.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Songs similar to a song: random, but the same in every run. */
final class SimilarSongs {
  private SimilarSongs() {}

  static List<Song> to(String seed, Catalogue catalogue) {
    List<Song> songs = new ArrayList<>(catalogue.songs());
    Collections.rotate(songs, Ids.number("similar:" + seed, 0, Math.max(1, songs.size())));
    return songs;
  }
}
