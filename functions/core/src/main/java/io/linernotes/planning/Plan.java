package io.linernotes.planning;

import io.linernotes.enrichment.LastfmArtist;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of every section of the requested tracks, and the tasks that are due.
 *
 * @param tracks one for each requested track, in order
 * @param artists by every name as credited; empty unless the artists section was requested
 * @param due each key at most once
 * @param namesPending whether the names of some tracks are pending, so that artists may be added
 *     later
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
