package io.linernotes.task;

import java.time.Instant;

/**
 * A task on its way to a worker.
 *
 * @param correlationId ties the log lines of one request together, from the API to the workers
 * @param group whom the queue treats fairly against whom: a playlist, or one request's tracks
 * @param sentAt when the task was first asked for
 */
public record TaskMessage(Task task, String correlationId, String group, Instant sentAt) {

  /** Another task in the same errand. */
  public TaskMessage next(Task following) {
    return new TaskMessage(following, correlationId, group, sentAt);
  }
}
