package io.linernotes.worker;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.task.Task;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The part of a worker that differs between providers: how a task is called, and what the reply
 * means.
 *
 * @param <T> the tasks of the one provider that this worker calls
 */
public interface TaskWorker<T extends Task> {

  /** The tasks that this worker takes. */
  Class<T> tasks();

  /** The keys to read before the call, beyond those that the task answers. */
  default Collection<CacheKey<?>> alsoReads(T task) {
    return List.of();
  }

  /**
   * The result of a task that needs no call because its answer is cached, with any follow-ups;
   * empty if a call is needed.
   */
  default Optional<TaskResult> answered(T task, CacheView known, Instant now) {
    boolean allFresh = task.keys().stream().allMatch(key -> known.slot(key).fresh(now) != null);
    return allFresh ? Optional.of(TaskResult.done(task)) : Optional.empty();
  }

  /** Splits a batch's tasks into groups that are called together; by default each task is alone. */
  default List<List<T>> grouped(List<T> tasks) {
    return tasks.stream().map(List::of).toList();
  }

  /**
   * Runs the tasks of one group. The groups of a batch run concurrently, each on its own thread.
   *
   * @param known the cached entries of the tasks' keys and of {@link #alsoReads}
   * @param now when the batch began, the {@code fetchedAt} of new entries
   * @return one result for each task
   */
  List<TaskResult> ask(List<T> group, CacheView known, Instant now);
}
