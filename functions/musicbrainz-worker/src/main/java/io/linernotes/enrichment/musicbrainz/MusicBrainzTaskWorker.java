package io.linernotes.enrichment.musicbrainz;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.enrichment.Outcome;
import io.linernotes.task.Task;
import io.linernotes.track.Isrc;
import io.linernotes.track.Names;
import io.linernotes.track.Track;
import io.linernotes.worker.TaskResult;
import io.linernotes.worker.TaskWorker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds ISRCs for tracks without one, several tracks per call. Then it enqueues each track for
 * Deezer, with or without ISRCs.
 */
public final class MusicBrainzTaskWorker implements TaskWorker<Task.ForMusicBrainz> {

  private final IsrcSearch search;

  /** A worker that calls MusicBrainz through {@code musicBrainz}. */
  public MusicBrainzTaskWorker(MusicBrainzClient musicBrainz) {
    this.search = new IsrcSearch(musicBrainz);
  }

  @Override
  public Class<Task.ForMusicBrainz> tasks() {
    return Task.ForMusicBrainz.class;
  }

  @Override
  public Collection<CacheKey<?>> alsoReads(Task.ForMusicBrainz task) {
    return key(task).<Collection<CacheKey<?>>>map(List::of).orElse(List.of());
  }

  /**
   * Once Deezer's answer is cached, nothing is left to do. Once the ISRC lookup is cached, the
   * track is enqueued for Deezer without a call.
   */
  @Override
  public Optional<TaskResult> answered(Task.ForMusicBrainz task, CacheView known, Instant now) {
    Optional<TaskResult> done = TaskWorker.super.answered(task, known, now);
    if (done.isPresent()) {
      return done;
    }
    Optional<CacheKey<IsrcLookup>> key = key(task);
    if (key.isEmpty()) {
      return Optional.of(handedOn(task, TaskResult.done(task), List.of()));
    }
    Entry<IsrcLookup> lookup = known.slot(key.get()).fresh(now);
    return lookup == null
        ? Optional.empty()
        : Optional.of(
            handedOn(
                task,
                TaskResult.done(task),
                lookup.value() == null ? List.of() : lookup.value().isrcs()));
  }

  /** Groups of as many recordings as one query holds; tasks of the same key are one recording. */
  @Override
  public List<List<Task.ForMusicBrainz>> grouped(List<Task.ForMusicBrainz> tasks) {
    Map<String, List<Task.ForMusicBrainz>> recordings = new LinkedHashMap<>();
    for (Task.ForMusicBrainz task : tasks) {
      String key = key(task).map(CacheKey::value).orElse("");
      recordings.computeIfAbsent(key, _ -> new ArrayList<>()).add(task);
    }
    List<List<Task.ForMusicBrainz>> groups = new ArrayList<>();
    List<Track> asked = new ArrayList<>();
    for (List<Task.ForMusicBrainz> recording : recordings.values()) {
      asked.add(recording(recording.getFirst()));
      if (groups.isEmpty() || !fitIntoOneQuery(asked)) {
        groups.add(new ArrayList<>());
        asked.subList(0, asked.size() - 1).clear();
      }
      groups.getLast().addAll(recording);
    }
    return groups;
  }

  private static boolean fitIntoOneQuery(List<Track> tracks) {
    return tracks.size() <= RecordingQuery.MOST_TRACKS && RecordingQuery.of(tracks).fits();
  }

  @Override
  public List<TaskResult> ask(List<Task.ForMusicBrainz> group, CacheView known, Instant now) {
    Map<CacheKey<IsrcLookup>, Track> wanted = new LinkedHashMap<>();
    group.forEach(task -> key(task).ifPresent(key -> wanted.putIfAbsent(key, recording(task))));
    Map<CacheKey<IsrcLookup>, Outcome<IsrcLookup>> outcomes = search.find(wanted);

    List<TaskResult> results = new ArrayList<>();
    Set<CacheKey<IsrcLookup>> stored = new HashSet<>();
    for (Task.ForMusicBrainz task : group) {
      CacheKey<IsrcLookup> key = key(task).orElseThrow();
      TaskResult result = result(task, key, Objects.requireNonNull(outcomes.get(key)), now);
      // Tasks of one key store its entry once: a miss stored twice would count as two in a row.
      boolean first = stored.add(key) || result.failure() != null;
      results.add(first ? result : TaskResult.done(task).then(result.next()));
    }
    return results;
  }

  private static TaskResult result(
      Task.ForMusicBrainz task,
      CacheKey<IsrcLookup> key,
      Outcome<IsrcLookup> outcome,
      Instant now) {
    TaskResult result = TaskResult.of(task, key, outcome, now);
    return switch (outcome) {
      case Outcome.Found<IsrcLookup>(IsrcLookup lookup) -> handedOn(task, result, lookup.isrcs());
      case Outcome.Missing<IsrcLookup> _ -> handedOn(task, result, List.of());
      case Outcome.Failure<IsrcLookup> _ -> result;
    };
  }

  private static TaskResult handedOn(
      Task.ForMusicBrainz task, TaskResult result, List<Isrc> isrcs) {
    Task deezer =
        switch (task) {
          case Task.FindIsrc find -> find.next(isrcs);
        };
    return result.then(List.of(new TaskResult.Continue(deezer)));
  }

  /** The key of the ISRC lookup; empty for a track whose title or main artist is blank. */
  private static Optional<CacheKey<IsrcLookup>> key(Task.ForMusicBrainz task) {
    Track track = recording(task);
    return isBlank(track.title()) || isBlank(track.mainArtist().orElse(null))
        ? Optional.empty()
        : EnrichmentKeys.isrc(track);
  }

  private static boolean isBlank(@Nullable String name) {
    return name == null || Names.normalized(name).isEmpty();
  }

  private static Track recording(Task.ForMusicBrainz task) {
    return switch (task) {
      case Task.FindIsrc find -> find.recording();
    };
  }
}
