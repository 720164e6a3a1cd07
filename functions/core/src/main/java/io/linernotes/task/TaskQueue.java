package io.linernotes.task;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The queues of all providers. */
public interface TaskQueue {

  /** SQS's longest delay. */
  Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /**
   * Sends each message to its provider's queue, to be seen no sooner than {@code delay} from now. A
   * FIFO queue knows no delay: there it is ignored.
   *
   * @return the messages that could not be sent, after trying again
   */
  List<TaskMessage> send(Collection<TaskMessage> messages, Duration delay);

  /** Sends each message, to be seen at once. */
  default List<TaskMessage> send(Collection<TaskMessage> messages) {
    return send(messages, Duration.ZERO);
  }
}
