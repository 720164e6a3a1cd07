package io.linernotes.enrichment.deezer;

import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.Match;
import io.linernotes.matching.Listing;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A track's full record at Deezer.
 *
 * @param artists all credited artists, the main artist first
 */
record FoundTrack(DeezerTrack track, List<String> artists) {

  FoundTrack {
    artists = List.copyOf(artists);
  }

  /** Its title, artists and duration; null for a record without a title or an artist. */
  @Nullable Listing listing() {
    String title = track.title();
    return title == null || artists.isEmpty() ? null : Listing.of(title, artists, track.duration());
  }

  @Nullable Duration duration() {
    return track.duration();
  }

  /** The track with its match: how it was found, how surely, and what Deezer calls it. */
  DeezerTrack matched(String source, Match.By by, double confidence) {
    return track.matched(
        source, new Match(by, confidence, track.title(), artists, track.isrc(), track.duration()));
  }
}
