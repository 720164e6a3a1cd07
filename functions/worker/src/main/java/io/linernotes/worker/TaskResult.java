package io.linernotes.worker;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Entry;
import io.linernotes.enrichment.Outcome;
import io.linernotes.enrichment.Section;
import io.linernotes.provider.Cooldown;
import io.linernotes.task.Task;
import io.linernotes.track.Track;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a task.
 *
 * @param entries what to store, found or missing; also what was learnt before a failure
 * @param next what to do once they are stored
 * @param failure why the task is not finished, or null if it is
 */
public record TaskResult(
    Task task, List<Entry<?>> entries, List<Next> next, Outcome.@Nullable Failure<?> failure) {

  /** What follows from an answer. */
  public sealed interface Next {}

  /** Have these sections of these tracks planned. */
  public record Enrich(List<Track> tracks, Set<Section> sections) implements Next {}

  /** Go on with this task under the leases that the finished one holds. */
  public record Continue(Task task) implements Next {}

  /**
   * Remember for a day that the provider refuses this feature to this application, so that one call
   * finds out and not one for each track.
   *
   * @param cause for the log
   */
  public record Remember(CacheKey<Cooldown> refusal, String cause) implements Next {}

  /**
   * Plan these tasks too. One whose answer is cached is sent only if it has follow-ups; none is
   * sent whose key is leased, and none that would call a provider during its cooldown.
   */
  public record AlsoAsk(List<? extends Task> tasks) implements Next {}

  public TaskResult {
    entries = List.copyOf(entries);
    next = List.copyOf(next);
  }

  /** Finished, with nothing to store. */
  public static TaskResult done(Task task) {
    return new TaskResult(task, List.of(), List.of(), null);
  }

  /** Finished, with this to store. */
  public static TaskResult answered(Task task, List<? extends Entry<?>> entries) {
    return new TaskResult(task, List.copyOf(entries), List.of(), null);
  }

  /** Not finished. */
  public static TaskResult failed(Task task, Outcome.Failure<?> failure) {
    return new TaskResult(task, List.of(), List.of(), failure);
  }

  /** An outcome for one key: an entry if found, a miss if missing, else the failure. */
  public static <T> TaskResult of(Task task, CacheKey<T> key, Outcome<T> outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Found<T>(T value) -> answered(task, List.of(Entry.found(key, value, now)));
      case Outcome.Missing<T> _ -> answered(task, List.of(Entry.missing(key, now)));
      case Outcome.Failure<T> failure -> failed(task, failure);
    };
  }

  /** The same result, and then this. */
  public TaskResult then(List<? extends Next> following) {
    return new TaskResult(task, entries, List.copyOf(following), failure);
  }

  /** Whether anything remains to be stored or done. */
  boolean hasWork() {
    return !entries.isEmpty() || !next.isEmpty();
  }

  /** The same result with more to store. */
  public TaskResult alsoStoring(List<? extends Entry<?>> more) {
    List<Entry<?>> all = new java.util.ArrayList<>(entries);
    all.addAll(more);
    return new TaskResult(task, all, next, failure);
  }
}
