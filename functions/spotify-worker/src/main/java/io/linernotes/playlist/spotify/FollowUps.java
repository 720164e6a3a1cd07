package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Section;
import io.linernotes.track.Track;
import io.linernotes.worker.TaskResult;
import java.util.List;
import java.util.Set;

/** What follows from tracks that have come. */
final class FollowUps {

  private FollowUps() {}

  /** Plans the sections of the tracks, if there are any of both. */
  static List<TaskResult.Next> enrich(List<Track> tracks, Set<Section> sections) {
    return tracks.isEmpty() || sections.isEmpty()
        ? List.of()
        : List.of(new TaskResult.Enrich(tracks, sections));
  }
}
