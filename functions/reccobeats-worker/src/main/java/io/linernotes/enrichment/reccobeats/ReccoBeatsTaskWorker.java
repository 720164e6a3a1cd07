package io.linernotes.enrichment.reccobeats;

import io.linernotes.cache.CacheView;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.task.Task;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.BatchCall;
import io.linernotes.worker.TaskResult;
import io.linernotes.worker.TaskWorker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches audio features from ReccoBeats for up to 40 tracks at once, from any number of tasks.
 * Spotify ids take one call, ISRCs two.
 */
public final class ReccoBeatsTaskWorker implements TaskWorker<Task.ForReccoBeats> {

  private final ReccoBeatsClient client;

  /** A worker that calls ReccoBeats through {@code client}. */
  public ReccoBeatsTaskWorker(ReccoBeatsClient client) {
    this.client = client;
  }

  @Override
  public Class<Task.ForReccoBeats> tasks() {
    return Task.ForReccoBeats.class;
  }

  /** Groups of tasks that one call answers, each as large as a call allows. */
  @Override
  public List<List<Task.ForReccoBeats>> grouped(List<Task.ForReccoBeats> tasks) {
    List<Task.ForReccoBeats> byId = new ArrayList<>();
    List<Task.ForReccoBeats> byIsrc = new ArrayList<>();
    for (Task.ForReccoBeats task : tasks) {
      switch (task) {
        case Task.FetchReccoBeatsFeatures _ -> byId.add(task);
        case Task.FetchFeaturesByIsrc _ -> byIsrc.add(task);
      }
    }
    List<List<Task.ForReccoBeats>> groups = new ArrayList<>();
    groups.addAll(BatchCall.filled(byId, Task.FetchReccoBeatsFeatures.MOST));
    groups.addAll(BatchCall.filled(byIsrc, Task.FetchFeaturesByIsrc.MOST));
    return groups;
  }

  @Override
  public List<TaskResult> ask(List<Task.ForReccoBeats> group, CacheView known, Instant now) {
    return switch (group.getFirst()) {
      case Task.FetchReccoBeatsFeatures _ -> {
        BatchCall<SpotifyId, AudioFeatures> call =
            new BatchCall<>(EnrichmentKeys::audioFeatures, client::audioFeatures, known, now);
        yield call.results(group, ReccoBeatsTaskWorker::ids);
      }
      case Task.FetchFeaturesByIsrc _ -> {
        BatchCall<Isrc, AudioFeatures> call =
            new BatchCall<>(EnrichmentKeys::audioFeatures, client::audioFeaturesByIsrc, known, now);
        yield call.results(group, ReccoBeatsTaskWorker::recordings);
      }
    };
  }

  private static List<SpotifyId> ids(Task.ForReccoBeats task) {
    return switch (task) {
      case Task.FetchReccoBeatsFeatures(List<SpotifyId> ids) -> ids;
      case Task.FetchFeaturesByIsrc _ -> List.of();
    };
  }

  private static List<Isrc> recordings(Task.ForReccoBeats task) {
    return switch (task) {
      case Task.FetchFeaturesByIsrc(List<Isrc> recordings) -> recordings;
      case Task.FetchReccoBeatsFeatures _ -> List.of();
    };
  }
}
