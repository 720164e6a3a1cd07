package io.linernotes.enrichment.reccobeats;

import io.linernotes.cache.CacheView;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.task.Task;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.BatchCall;
import io.linernotes.worker.TaskResult;
import io.linernotes.worker.TaskWorker;
import java.time.Instant;
import java.util.List;

/** Asks ReccoBeats: one call for the audio features of up to 40 tracks, of however many tasks. */
public final class ReccoBeatsTaskWorker implements TaskWorker {

  private final ReccoBeatsClient client;

  public ReccoBeatsTaskWorker(ReccoBeatsClient client) {
    this.client = client;
  }

  /** Tasks that one call answers together, as many as it can answer. */
  @Override
  public List<List<Task>> grouped(List<Task> tasks) {
    return BatchCall.filled(tasks, Task.FetchReccoBeatsFeatures.MOST);
  }

  @Override
  public List<TaskResult> ask(List<Task> group, CacheView known, Instant now) {
    BatchCall<AudioFeatures> call =
        new BatchCall<>(EnrichmentKeys::audioFeatures, client::audioFeatures, known, now);
    return call.results(group, ReccoBeatsTaskWorker::ids);
  }

  private static List<SpotifyId> ids(Task task) {
    if (task instanceof Task.FetchReccoBeatsFeatures(List<SpotifyId> ids)) {
      return ids;
    }
    throw new IllegalArgumentException("a task for " + task.provider().displayName());
  }
}
