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
public final class ReccoBeatsTaskWorker implements TaskWorker<Task.ForReccoBeats> {

  private final ReccoBeatsClient client;

  public ReccoBeatsTaskWorker(ReccoBeatsClient client) {
    this.client = client;
  }

  @Override
  public Class<Task.ForReccoBeats> tasks() {
    return Task.ForReccoBeats.class;
  }

  /** Tasks that one call answers together, as many as it can answer. */
  @Override
  public List<List<Task.ForReccoBeats>> grouped(List<Task.ForReccoBeats> tasks) {
    return BatchCall.filled(tasks, Task.FetchReccoBeatsFeatures.MOST);
  }

  @Override
  public List<TaskResult> ask(List<Task.ForReccoBeats> group, CacheView known, Instant now) {
    BatchCall<AudioFeatures> call =
        new BatchCall<>(EnrichmentKeys::audioFeatures, client::audioFeatures, known, now);
    return call.results(group, ReccoBeatsTaskWorker::ids);
  }

  private static List<SpotifyId> ids(Task.ForReccoBeats task) {
    return switch (task) {
      case Task.FetchReccoBeatsFeatures(List<SpotifyId> ids) -> ids;
    };
  }
}
