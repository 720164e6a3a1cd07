package io.linernotes.planning;

import io.linernotes.enrichment.LastfmArtist;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of every section of the tracks wanted, and what should be asked.
 *
 * @param tracks one for each track wanted, in order
 * @param artists by every name as credited; empty unless asked for
 * @param due each key at most once
 * @param namesPending whether tracks are waiting for their names, so that artists may yet join
 */
public record Plan(
    List<TrackPlan> tracks,
    Map<String, SectionState<LastfmArtist>> artists,
    List<Due> due,
    boolean namesPending) {

  public Plan {
    tracks = List.copyOf(tracks);
    artists = Collections.unmodifiableMap(new LinkedHashMap<>(artists));
    due = List.copyOf(due);
  }
}
