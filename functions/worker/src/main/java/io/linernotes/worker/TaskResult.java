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
 * The result of a task.
 *
 * @param entries the entries to store, found or missing, including those fetched before a failure
 * @param next the follow-ups, done once the entries are stored
 * @param failure why the task is not finished, or null if it is
 */
public record TaskResult(
    Task task, List<Entry<?>> entries, List<Next> next, Outcome.@Nullable Failure<?> failure) {

  /** A follow-up of an answer. */
  public sealed interface Next {}

  /** Plan the tasks that fetch these sections of these tracks. */
  public record Enrich(List<Track> tracks, Set<Section> sections) implements Next {}

  /** Enqueue this task, which continues the finished one and keeps its leases. */
  public record Continue(Task task) implements Next {}

  /**
   * Remember for a day that the provider refuses this feature to this application, so that one call
   * finds it out instead of one for each track.
   *
   * @param cause for the log
   */
  public record Remember(CacheKey<Cooldown> refusal, String cause) implements Next {}

  /**
   * Plan these tasks too. A task whose answer is cached is enqueued only if it has follow-ups. A
   * task is not enqueued while its key is leased or its provider is in cooldown.
   */
  public record AlsoAsk(List<? extends Task> tasks) implements Next {}

  public TaskResult {
    entries = List.copyOf(entries);
    next = List.copyOf(next);
  }

  /** A finished task with nothing to store. */
  public static TaskResult done(Task task) {
    return new TaskResult(task, List.of(), List.of(), null);
  }

  /** A finished task with these entries to store. */
  public static TaskResult answered(Task task, List<? extends Entry<?>> entries) {
    return new TaskResult(task, List.copyOf(entries), List.of(), null);
  }

  /** A task that did not finish. */
  public static TaskResult failed(Task task, Outcome.Failure<?> failure) {
    return new TaskResult(task, List.of(), List.of(), failure);
  }

  /** The result of one key's outcome: an entry if found, a miss if missing, else the failure. */
  public static <T> TaskResult of(Task task, CacheKey<T> key, Outcome<T> outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Found<T>(T value) -> answered(task, List.of(Entry.found(key, value, now)));
      case Outcome.Missing<T> _ -> answered(task, List.of(Entry.missing(key, now)));
      case Outcome.Failure<T> failure -> failed(task, failure);
    };
  }

  /** The same result with these follow-ups. */
  public TaskResult then(List<? extends Next> following) {
    return new TaskResult(task, entries, List.copyOf(following), failure);
  }

  /** Whether there are entries to store or follow-ups to do. */
  boolean hasWork() {
    return !entries.isEmpty() || !next.isEmpty();
  }

  /** The same result with more entries to store. */
  public TaskResult alsoStoring(List<? extends Entry<?>> more) {
    List<Entry<?>> all = new java.util.ArrayList<>(entries);
    all.addAll(more);
    return new TaskResult(task, all, next, failure);
  }
}
