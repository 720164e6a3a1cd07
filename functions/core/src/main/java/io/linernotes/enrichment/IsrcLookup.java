package io.linernotes.enrichment;

import io.linernotes.track.Isrc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ISRCs that MusicBrainz knows for a recording, the likeliest first.
 *
 * @param mbid the MusicBrainz id of the recording that matched best
 */
public record IsrcLookup(List<Isrc> isrcs, @Nullable String mbid) {

  /**
   * @throws IllegalArgumentException if there is no ISRC; a miss says that instead
   */
  public IsrcLookup {
    isrcs = List.copyOf(isrcs);
    if (isrcs.isEmpty()) {
      throw new IllegalArgumentException("a lookup that found no ISRC is a miss");
    }
  }
}
