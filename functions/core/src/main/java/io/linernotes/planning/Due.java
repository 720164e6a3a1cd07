package io.linernotes.planning;

import io.linernotes.cache.Slot;
import io.linernotes.task.Task;

/**
 * A key that is due, and the task that fetches it.
 *
 * @param seen what the cache held; the lease is won only if that has not changed
 */
public record Due(Slot<?> seen, Task task) {}
