package io.linernotes.analysis;

import io.linernotes.cache.CacheView;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.SpotifyArtist;
import io.linernotes.planning.TrackPlan;
import io.linernotes.track.Artist;
import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commonest genres of some tracks, from Spotify's data about their artists. */
final class Genres {

  private static final int MOST = 10;

  private Genres() {}

  /** Commonest first, each counted once a track; empty if Spotify gives none. */
  static List<String> top(List<TrackPlan> tracks, CacheView view, Instant now) {
    Map<String, Integer> counts = new HashMap<>();
    for (TrackPlan plan : tracks) {
      Set<String> genres = new HashSet<>();
      for (Artist artist : plan.track().artists()) {
        SpotifyId id = artist.id();
        SpotifyArtist known = id == null ? null : view.slot(CatalogueKeys.artist(id)).value(now);
        if (known != null) {
          genres.addAll(known.genres());
        }
      }
      genres.forEach(genre -> counts.merge(genre, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
