package io.linernotes.planning;

import io.linernotes.cache.Slot;
import io.linernotes.task.Task;

/**
 * A key that somebody should be asked for.
 *
 * @param seen what the cache held, which the lease is claimed against
 */
public record Due(Slot<?> seen, Task task) {}
