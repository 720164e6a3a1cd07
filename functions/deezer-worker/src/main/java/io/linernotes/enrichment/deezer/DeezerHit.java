package io.linernotes.enrichment.deezer;

import io.linernotes.matching.Listing;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A track as Deezer's search lists it: without ISRC, bpm, gain and release date, which {@link
 * DeezerClient#track} tells.
 *
 * @param explicit null where Deezer does not say
 */
record DeezerHit(
    long id, String title, String artist, @Nullable Duration duration, @Nullable Boolean explicit) {

  Listing listing() {
    return Listing.of(title, List.of(artist), duration);
  }
}
