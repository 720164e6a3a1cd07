package io.linernotes.analysis;

import io.linernotes.enrichment.Section;
import io.linernotes.track.SpotifyId;
import java.util.Set;

/**
 * A playlist to analyse.
 *
 * @param sections what to include
 * @param offset the first position to show
 * @param limit how many positions to show at most
 */
public record PlaylistRequest(SpotifyId playlist, Set<Section> sections, int offset, int limit) {
  public PlaylistRequest {
    sections = Set.copyOf(sections);
  }
}
