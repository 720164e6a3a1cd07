package io.linernotes.api;

import io.linernotes.task.TaskMessage;
import io.linernotes.task.TaskQueue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the tasks that are sent to the queues. A Lambda instance answers one request at a time.
 */
final class CountedQueue implements TaskQueue {

  private final TaskQueue queue;
  private final AtomicInteger sent = new AtomicInteger();

  CountedQueue(TaskQueue queue) {
    this.queue = queue;
  }

  @Override
  public List<TaskMessage> send(Collection<TaskMessage> messages, Duration delay) {
    List<TaskMessage> unsent = queue.send(messages, delay);
    sent.addAndGet(messages.size() - unsent.size());
    return unsent;
  }

  /** How many were sent since the last call. */
  int takeSent() {
    return sent.getAndSet(0);
  }
}
