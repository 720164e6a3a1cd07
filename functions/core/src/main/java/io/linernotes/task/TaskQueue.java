package io.linernotes.task;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The queues of all providers. */
public interface TaskQueue {

  /** SQS's longest delay. */
  Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /**
   * Sends each message to its provider's queue, visible after {@code delay}. A FIFO queue has no
   * delay per message and ignores it.
   *
   * @return the messages that could not be sent, even after retries
   */
  List<TaskMessage> send(Collection<TaskMessage> messages, Duration delay);

  /** Sends each message without a delay. */
  default List<TaskMessage> send(Collection<TaskMessage> messages) {
    return send(messages, Duration.ZERO);
  }
}
