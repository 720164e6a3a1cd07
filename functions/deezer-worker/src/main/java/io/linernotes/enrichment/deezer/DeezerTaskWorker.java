package io.linernotes.enrichment.deezer;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Outcome;
import io.linernotes.task.Task;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Track;
import io.linernotes.worker.TaskResult;
import io.linernotes.worker.TaskWorker;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds tracks at Deezer. An ordinary track, whose ISRC Deezer knows, costs one call. */
public final class DeezerTaskWorker implements TaskWorker<Task.ForDeezer> {

  private final DeezerClient deezer;

  /** A worker that calls Deezer through {@code deezer}. */
  public DeezerTaskWorker(DeezerClient deezer) {
    this.deezer = deezer;
  }

  @Override
  public Class<Task.ForDeezer> tasks() {
    return Task.ForDeezer.class;
  }

  @Override
  public Collection<CacheKey<?>> alsoReads(Task.ForDeezer task) {
    Track track = fetch(task).track();
    Isrc isrc = track.isrc();
    return isrc == null ? List.of() : List.of(EnrichmentKeys.deezerSearch(isrc, track.duration()));
  }

  /**
   * A cached track is not fetched again. Its follow-up tasks are still sent, because an earlier
   * delivery may have stopped after storing the track.
   */
  @Override
  public Optional<TaskResult> answered(Task.ForDeezer task, CacheView known, Instant now) {
    Task.FetchDeezerTrack fetch = fetch(task);
    Entry<DeezerTrack> fresh = known.slot(EnrichmentKeys.deezer(fetch.track())).fresh(now);
    return fresh == null
        ? Optional.empty()
        : Optional.of(TaskResult.done(task).then(following(fetch, fresh.value())));
  }

  @Override
  public List<TaskResult> ask(List<Task.ForDeezer> group, CacheView known, Instant now) {
    return group.stream().map(task -> ask(fetch(task), known, now)).toList();
  }

  private TaskResult ask(Task.FetchDeezerTrack task, CacheView known, Instant now) {
    Track track = task.track();
    if (track.isrc() == null && task.found().isEmpty() && !track.isNamed()) {
      // Deezer cannot be searched by a Spotify id alone. No miss is stored, because no call was
      // made.
      return TaskResult.done(task);
    }
    DeezerChain chain = new DeezerChain(deezer, task, known, now);
    Outcome<DeezerTrack> outcome = chain.find();
    DeezerTrack found = outcome instanceof Outcome.Found<DeezerTrack>(DeezerTrack it) ? it : null;
    return result(task, outcome, chain.tried(), now)
        .alsoStoring(chain.learnt())
        .then(following(task, found));
  }

  /** The task's result; a miss lists the searches that were tried. */
  private static TaskResult result(
      Task.FetchDeezerTrack task, Outcome<DeezerTrack> outcome, List<String> tried, Instant now) {
    CacheKey<DeezerTrack> key = EnrichmentKeys.deezer(task.track());
    return outcome instanceof Outcome.Missing
        ? TaskResult.answered(task, List.of(Entry.missing(key, now).having(tried)))
        : TaskResult.of(task, key, outcome, now);
  }

  /**
   * The follow-up tasks: a track that came without names or ISRC may have them now, so that its
   * other sections can be enriched.
   */
  private static List<TaskResult.Next> following(
      Task.FetchDeezerTrack task, @Nullable DeezerTrack found) {
    if (!task.sections().isEmpty() && task.track().isNamed()) {
      return List.of(new TaskResult.Enrich(List.of(task.track()), task.sections()));
    }
    if (task.sections().isEmpty()
        || found == null
        || found.title() == null
        || found.artist() == null) {
      return List.of();
    }
    Track named =
        task.track()
            .completedBy(
                Track.of(
                    null,
                    found.isrc(),
                    found.title(),
                    List.of(Artist.named(found.artist())),
                    found.duration()));
    return List.of(new TaskResult.Enrich(List.of(named), task.sections()));
  }

  private static Task.FetchDeezerTrack fetch(Task.ForDeezer task) {
    return switch (task) {
      case Task.FetchDeezerTrack fetch -> fetch;
    };
  }
}
