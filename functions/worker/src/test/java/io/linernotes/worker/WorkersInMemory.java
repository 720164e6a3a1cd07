package io.linernotes.worker;

import io.linernotes.cache.TrackCache;
import io.linernotes.planning.LeaseTime;
import io.linernotes.provider.Provider;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.TaskMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Workers without Lambda, for tests: they handle the messages of in-memory queues at once. */
public final class WorkersInMemory {

  private static final int LAST_RECEIVE = 5;

  private final InMemoryTaskQueue queue;
  private final Map<Provider, WorkerLoop<?>> loops = new LinkedHashMap<>();

  /**
   * @param workers the workers by provider; tasks for other providers stay in their queues
   */
  public WorkersInMemory(
      TrackCache cache,
      InMemoryTaskQueue queue,
      InstantSource clock,
      Map<Provider, TaskWorker<?>> workers) {
    this.queue = queue;
    workers.forEach(
        (provider, worker) ->
            loops.put(
                provider,
                new WorkerLoop<>(
                    worker,
                    cache,
                    queue,
                    LeaseTime.ofEmptyQueues(),
                    new CooldownWatch(
                        cache, provider, Duration.ofSeconds(10), clock, new Random(1)),
                    (receipt, delay) -> {},
                    clock,
                    provider == Provider.MUSICBRAINZ,
                    LAST_RECEIVE)));
  }

  /** Runs until all their queues are empty, including the messages that the workers send. */
  public void workOff() {
    boolean worked = true;
    while (worked) {
      worked = false;
      for (Map.Entry<Provider, WorkerLoop<?>> each : loops.entrySet()) {
        List<TaskMessage> waiting = queue.drain(each.getKey());
        if (!waiting.isEmpty()) {
          worked = true;
          each.getValue().work(received(waiting));
        }
      }
    }
  }

  private static List<WorkerLoop.Received> received(List<TaskMessage> messages) {
    List<WorkerLoop.Received> received = new ArrayList<>();
    for (TaskMessage message : messages) {
      String id = "message-" + received.size();
      received.add(new WorkerLoop.Received(id, id, 1, message));
    }
    return received;
  }
}
