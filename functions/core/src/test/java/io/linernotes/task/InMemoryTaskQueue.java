package io.linernotes.task;

import io.linernotes.provider.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Queues in memory, for tests: they keep what was sent, and refuse messages on demand. */
public final class InMemoryTaskQueue implements TaskQueue {

  /** A message as it was sent. */
  public record Sent(TaskMessage message, Duration delay) {}

  private final List<Sent> waiting = new ArrayList<>();
  private final List<Sent> sent = new ArrayList<>();
  private final AtomicInteger sends = new AtomicInteger();
  private volatile Predicate<TaskMessage> refused = _ -> false;

  @Override
  public List<TaskMessage> send(Collection<TaskMessage> messages, Duration delay) {
    if (messages.isEmpty()) {
      return List.of();
    }
    sends.incrementAndGet();
    List<TaskMessage> unsent = new ArrayList<>();
    synchronized (waiting) {
      for (TaskMessage message : messages) {
        if (refused.test(message)) {
          unsent.add(message);
        } else {
          Sent accepted = new Sent(message, delay);
          waiting.add(accepted);
          sent.add(accepted);
        }
      }
    }
    return List.copyOf(unsent);
  }

  /** Takes every message that waits for this provider, in the order sent, delayed ones too. */
  public List<TaskMessage> drain(Provider provider) {
    synchronized (waiting) {
      List<TaskMessage> drained =
          waiting.stream()
              .map(Sent::message)
              .filter(message -> message.task().provider() == provider)
              .toList();
      waiting.removeIf(each -> each.message().task().provider() == provider);
      return drained;
    }
  }

  /** Everything accepted so far, drained or not. */
  public List<Sent> sent() {
    synchronized (waiting) {
      return List.copyOf(sent);
    }
  }

  /** The tasks accepted so far, drained or not. */
  public List<Task> tasks() {
    return sent().stream().map(each -> each.message().task()).toList();
  }

  /** The number of calls with at least one message. */
  public int sends() {
    return sends.get();
  }

  /** Refuses these messages from now on. */
  public void refuse(Predicate<TaskMessage> these) {
    refused = these;
  }
}
