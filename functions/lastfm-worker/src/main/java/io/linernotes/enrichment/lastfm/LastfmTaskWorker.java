package io.linernotes.enrichment.lastfm;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.NameCorrection;
import io.linernotes.enrichment.Outcome;
import io.linernotes.task.Task;
import io.linernotes.worker.TaskResult;
import io.linernotes.worker.TaskWorker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Asks Last.fm: two calls for a track that it has, one for a track that it has not, one for an
 * artist.
 */
public final class LastfmTaskWorker implements TaskWorker {

  private final LastfmClient client;

  public LastfmTaskWorker(LastfmClient client) {
    this.client = client;
  }

  @Override
  public Collection<CacheKey<?>> alsoReads(Task task) {
    return task instanceof Task.FetchLastfmTrack(String artist, String title)
        ? List.of(EnrichmentKeys.correction(artist, title))
        : List.of();
  }

  /** Tasks for the same key together, so that it is asked once. */
  @Override
  public List<List<Task>> grouped(List<Task> tasks) {
    Map<List<CacheKey<?>>, List<Task>> groups = new LinkedHashMap<>();
    for (Task task : tasks) {
      groups.computeIfAbsent(task.keys(), _ -> new ArrayList<>()).add(task);
    }
    return List.copyOf(groups.values());
  }

  @Override
  public List<TaskResult> ask(List<Task> group, CacheView known, Instant now) {
    TaskResult first = ask(group.getFirst(), known, now);
    List<TaskResult> results = new ArrayList<>(List.of(first));
    for (Task repeated : group.subList(1, group.size())) {
      // The first result stores the answer; a miss that is stored twice would count twice.
      results.add(
          first.failure() == null
              ? TaskResult.done(repeated)
              : TaskResult.failed(repeated, first.failure()));
    }
    return results;
  }

  private TaskResult ask(Task task, CacheView known, Instant now) {
    return switch (task) {
      case Task.FetchLastfmTrack track -> track(track, known, now);
      case Task.FetchLastfmArtist(String artist) ->
          TaskResult.of(task, EnrichmentKeys.artist(artist), client.artist(artist), now);
      case Task.ForSpotify _,
          Task.FetchReccoBeatsFeatures _,
          Task.FindIsrc _,
          Task.FetchDeezerTrack _ ->
          throw new IllegalArgumentException("a task for " + task.provider().displayName());
    };
  }

  private TaskResult track(Task.FetchLastfmTrack task, CacheView known, Instant now) {
    NameCorrection names = names(task, known, now);
    Outcome<LastfmTrack> outcome =
        client.track(names.artist(), names.track()).then(this::withSimilar);
    CacheKey<LastfmTrack> key = EnrichmentKeys.lastfm(task.artist(), task.title());
    return outcome instanceof Outcome.Found<LastfmTrack>(LastfmTrack track)
        ? TaskResult.answered(task, entries(task, key, track, now))
        : TaskResult.of(task, key, outcome, now);
  }

  /** The names to ask by: those that Last.fm is known to prefer, else those of the task. */
  private static NameCorrection names(Task.FetchLastfmTrack task, CacheView known, Instant now) {
    Entry<NameCorrection> correction =
        known.slot(EnrichmentKeys.correction(task.artist(), task.title())).fresh(now);
    NameCorrection preferred = correction == null ? null : correction.value();
    return preferred != null ? preferred : new NameCorrection(task.artist(), task.title());
  }

  /** The similar tracks are part of the answer: without them it is not stored, but asked again. */
  private Outcome<LastfmTrack> withSimilar(LastfmTrack track) {
    NameCorrection names = names(track);
    return client
        .similar(names.artist(), names.track())
        .orIfMissing(() -> new Outcome.Found<>(List.of()))
        .map(track::withSimilar);
  }

  /** The answer, and where Last.fm knows the track by other names, the same under those. */
  private static List<Entry<?>> entries(
      Task.FetchLastfmTrack task, CacheKey<LastfmTrack> key, LastfmTrack track, Instant now) {
    NameCorrection names = names(track);
    if (!TrackReply.isCorrected(task.artist(), task.title(), names.artist(), names.track())) {
      return List.of(Entry.found(key, track.withCorrected(false), now));
    }
    return List.of(
        Entry.found(key, track.withCorrected(true), now),
        Entry.found(EnrichmentKeys.correction(task.artist(), task.title()), names, now),
        Entry.found(
            EnrichmentKeys.lastfm(names.artist(), names.track()), track.withCorrected(false), now));
  }

  /** Last.fm's own names for the track, which every one found has. */
  private static NameCorrection names(LastfmTrack track) {
    return new NameCorrection(
        Objects.requireNonNull(track.canonicalArtist()),
        Objects.requireNonNull(track.canonicalTrack()));
  }
}
