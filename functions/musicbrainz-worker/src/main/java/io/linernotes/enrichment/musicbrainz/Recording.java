package io.linernotes.enrichment.musicbrainz;

import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.Listing;
import io.linernotes.matching.Title;
import io.linernotes.track.Isrc;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hit of MusicBrainz's search for recordings.
 *
 * @param mbid its id
 * @param disambiguation tells it from others of the same name: {@code live, 1986-07-12: …}
 * @param length null for about every fourth recording
 * @param isrcs empty for most recordings
 */
record Recording(
    @Nullable String mbid,
    String title,
    @Nullable String disambiguation,
    ArtistCredit artists,
    @Nullable Duration length,
    List<Isrc> isrcs) {

  Recording {
    isrcs = List.copyOf(isrcs);
  }

  /** Its listing, with the disambiguation as a part of the title. */
  Listing listing() {
    return new Listing(Title.of(title).qualified(disambiguation), artists, length);
  }
}
