package io.linernotes.worker;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.enrichment.Outcome;
import io.linernotes.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One provider call for the ids of several tasks, without the ids whose entries are fresh. */
public final class BatchCall<I, T> {

  private final Function<I, CacheKey<T>> key;
  private final Function<List<I>, BatchResult<I, T>> call;
  private final CacheView known;
  private final Instant now;
  private BatchResult<I, T> answers = BatchResult.none();

  /**
   * A call that has not been made yet.
   *
   * @param key the cache key of an id's answer
   * @param known the cached entries of the tasks' keys
   */
  public BatchCall(
      Function<I, CacheKey<T>> key,
      Function<List<I>, BatchResult<I, T>> call,
      CacheView known,
      Instant now) {
    this.key = key;
    this.call = call;
    this.known = known;
    this.now = now;
  }

  /** The call's answers by id; none before {@link #results} has made the call. */
  public BatchResult<I, T> answers() {
    return answers;
  }

  /** Groups the tasks so that one call of at most {@code most} ids answers each group. */
  public static <K extends Task> List<List<K>> filled(List<? extends K> tasks, int most) {
    List<List<K>> groups = new ArrayList<>();
    int room = 0;
    for (K task : tasks) {
      int size = task.keys().size();
      if (size > room) {
        groups.add(new ArrayList<>());
        room = most;
      }
      groups.getLast().add(task);
      room -= size;
    }
    return groups;
  }

  /**
   * Makes the call and splits its answers among the tasks. A task fails only if one of its own ids
   * has no answer.
   */
  public <K extends Task> List<TaskResult> results(
      List<K> tasks, Function<? super K, List<I>> ids) {
    Set<I> wanted = new LinkedHashSet<>();
    tasks.forEach(task -> wanted.addAll(ids.apply(task)));
    wanted.removeIf(id -> known.slot(key.apply(id)).fresh(now) != null);
    answers = wanted.isEmpty() ? BatchResult.none() : call.apply(List.copyOf(wanted));

    List<TaskResult> results = new ArrayList<>();
    Set<I> stored = new HashSet<>();
    for (K task : tasks) {
      List<I> own = ids.apply(task);
      List<Entry<?>> entries = new ArrayList<>();
      for (I id : own) {
        if (answers.has(id) && stored.add(id)) {
          entries.add(entry(id));
        }
      }
      results.add(result(task, own.stream().filter(wanted::contains).toList(), entries));
    }
    return results;
  }

  private TaskResult result(Task task, List<I> asked, List<Entry<?>> entries) {
    Outcome.Failure<?> failure = answers.failure();
    return failure == null || answers.open(asked).isEmpty()
        ? TaskResult.answered(task, entries)
        : TaskResult.failed(task, failure).alsoStoring(entries);
  }

  private Entry<T> entry(I id) {
    T found = answers.found().get(id);
    return found == null
        ? Entry.missing(key.apply(id), now)
        : Entry.found(key.apply(id), found, now);
  }
}
