package io.linernotes.worker;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.task.Task;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What differs from provider to provider: how tasks are asked, and what the answers mean.
 *
 * @param <T> the tasks of the one provider that this worker calls
 */
public interface TaskWorker<T extends Task> {

  /** The tasks that this worker takes. */
  Class<T> tasks();

  /** The keys to read before asking, beyond those that the tasks answer. */
  default Collection<CacheKey<?>> alsoReads(T task) {
    return List.of();
  }

  /**
   * What remains to be done for a task that needs no call because its answer is cached; nothing if
   * it must be asked.
   */
  default Optional<TaskResult> answered(T task, CacheView known, Instant now) {
    boolean allFresh = task.keys().stream().allMatch(key -> known.slot(key).fresh(now) != null);
    return allFresh ? Optional.of(TaskResult.done(task)) : Optional.empty();
  }

  /** The tasks of a batch in groups that are asked together; each alone by default. */
  default List<List<T>> grouped(List<T> tasks) {
    return tasks.stream().map(List::of).toList();
  }

  /**
   * Asks for the tasks of one group. Groups of a batch are asked at the same time, on threads of
   * their own.
   *
   * @param known what the cache held under the tasks' keys and {@link #alsoReads}
   * @param now when the asking began, the {@code fetchedAt} of new entries
   * @return one result for each task
   */
  List<TaskResult> ask(List<T> group, CacheView known, Instant now);
}
