package io.linernotes.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task on its way to a worker.
 *
 * @param correlationId ties the log lines of one request together, from the API to the workers;
 *     absent or malformed, it is {@link CorrelationId#NONE}
 * @param group whom the queue treats fairly against whom: a playlist, or one request's tracks
 * @param sentAt when the task was first asked for
 * @param refreshAhead an entry that is not fresh beyond this instant is no answer, though it may
 *     still be fresh now; null for now
 */
public record TaskMessage(
    Task task, String correlationId, String group, Instant sentAt, @Nullable Instant refreshAhead) {

  public TaskMessage {
    correlationId = CorrelationId.of(correlationId);
  }

  /** A task that any fresh entry answers. */
  public TaskMessage(Task task, String correlationId, String group, Instant sentAt) {
    this(task, correlationId, group, sentAt, null);
  }

  /** Another task of the same request. */
  public TaskMessage next(Task following) {
    return new TaskMessage(following, correlationId, group, sentAt, refreshAhead);
  }
}
