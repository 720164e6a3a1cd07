package io.linernotes.task;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task in a queue.
 *
 * @param correlationId connects the log lines of one request, from the API to the workers; {@link
 *     CorrelationId#NONE} if it is absent or malformed
 * @param group the unit of the queue's fairness: a playlist, or one request's tracks
 * @param sentAt when the task was first sent; the epoch if the message does not say
 * @param refreshAhead the task fetches anew unless the cached entry is still fresh at this instant;
 *     null for now
 * @param failures how often the task has failed in earlier messages; null for never
 */
public record TaskMessage(
    Task task,
    String correlationId,
    String group,
    Instant sentAt,
    @Nullable Instant refreshAhead,
    @Nullable Integer failures) {

  private static final String NO_GROUP = "none";

  public TaskMessage {
    Objects.requireNonNull(task, "a message holds a task");
    correlationId = CorrelationId.of(correlationId);
    group = Objects.requireNonNullElse(group, NO_GROUP);
    sentAt = Objects.requireNonNullElse(sentAt, Instant.EPOCH);
  }

  /** A task that is answered by any entry that is fresh now. */
  public TaskMessage(Task task, String correlationId, String group, Instant sentAt) {
    this(task, correlationId, group, sentAt, null);
  }

  /** A task that has not failed yet. */
  public TaskMessage(
      Task task,
      String correlationId,
      String group,
      Instant sentAt,
      @Nullable Instant refreshAhead) {
    this(task, correlationId, group, sentAt, refreshAhead, null);
  }

  /** The same task in another message, after {@code count} failures in all. */
  public TaskMessage afterFailures(int count) {
    return new TaskMessage(task, correlationId, group, sentAt, refreshAhead, count);
  }

  /** A message with a follow-up task of the same request. */
  public TaskMessage next(Task following) {
    return new TaskMessage(following, correlationId, group, sentAt, refreshAhead);
  }
}
