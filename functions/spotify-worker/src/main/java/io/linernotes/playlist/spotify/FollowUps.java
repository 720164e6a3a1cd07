package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Section;
import io.linernotes.track.Track;
import io.linernotes.worker.TaskResult;
import java.util.List;
import java.util.Set;

/** The follow-ups of fetched tracks. */
final class FollowUps {

  private FollowUps() {}

  /** Enriches the tracks with the sections; nothing if either is empty. */
  static List<TaskResult.Next> enrich(List<Track> tracks, Set<Section> sections) {
    return tracks.isEmpty() || sections.isEmpty()
        ? List.of()
        : List.of(new TaskResult.Enrich(tracks, sections));
  }
}
