package io.linernotes.enrichment.lastfm;

import io.linernotes.json.Json;
import io.linernotes.track.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What listeners call a track or an artist, without what says more about the listener. */
final class Tags {

  /** As many as Last.fm's info calls give. */
  static final int MOST = 5;

  private static final Set<String> NOISE =
      Set.of(
          "seen live",
          "favorite",
          "favorites",
          "favourite",
          "favourites",
          "my favorites",
          "my favourites",
          "favorite songs",
          "favourite songs",
          "favorite tracks",
          "favourite tracks",
          "favorite artists",
          "favourite artists",
          "loved",
          "awesome",
          "albums i own",
          "under 2000 listeners",
          "spotify");

  private Tags() {}

  /** The names of the tags in order, each once, without noise and the artist's own name. */
  static List<String> of(List<Json> tags, String artist) {
    Set<String> seen = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (Json tag : tags) {
      String name = tag.text("name");
      if (name != null
          && names.size() < MOST
          && !NOISE.contains(Names.normalized(name))
          && !NameLikeness.same(name, artist)
          && seen.add(Names.normalized(name))) {
        names.add(name);
      }
    }
    return names;
  }
}
