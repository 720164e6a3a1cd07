package io.linernotes.enrichment.deezer;

import io.linernotes.matching.Listing;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hit of Deezer's search. It lacks ISRC, BPM, gain and release date, which {@link
 * DeezerClient#track} fetches.
 *
 * @param explicit null where Deezer does not say
 */
record DeezerHit(
    long id, String title, String artist, @Nullable Duration duration, @Nullable Boolean explicit) {

  Listing listing() {
    return Listing.of(title, List.of(artist), duration);
  }
}
