package io.linernotes.local.stack.sqs;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import io.linernotes.local.stack.lambda.FunctionRuntime;
import io.linernotes.local.stack.lambda.Invocation;
import io.linernotes.local.stack.template.EventSource;
import io.linernotes.local.stack.template.QueueSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Invokes a function with batches of a queue's messages, as Lambda's event source mapping does. It
 * runs as many pollers as the maximum concurrency. Messages that succeed are deleted; messages that
 * fail become visible again after their visibility timeout.
 */
public final class EventSourcePoller implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EventSourcePoller.class.getName());
  private static final int DEFAULT_CONCURRENCY = 2;

  private final QueueSpec queue;
  private final EventSource source;
  private final FunctionRuntime function;
  private final SqsClient client;
  private final ExecutorService threads;
  private final Set<Thread> receiving = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  private EventSourcePoller(
      QueueSpec queue, EventSource source, FunctionRuntime function, SqsClient client) {
    this.queue = queue;
    this.source = source;
    this.function = function;
    this.client = client;
    this.threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name(queue.logicalId() + "-poller-", 1).factory());
  }

  /** Starts polling; the poller closes the client. */
  public static EventSourcePoller start(
      QueueSpec queue, EventSource source, FunctionRuntime function, SqsClient client) {
    var poller = new EventSourcePoller(queue, source, function, client);
    for (int i = 0; i < poller.concurrency(); i++) {
      poller.threads.execute(poller::poll);
    }
    return poller;
  }

  /**
   * The number of pollers. More pollers than the function has concurrency would only hold messages
   * in flight.
   */
  private int concurrency() {
    var reserved = function.function().reservedConcurrency();
    return Math.min(
        source.maximumConcurrency().orElse(reserved.orElse(DEFAULT_CONCURRENCY)),
        reserved.orElse(Integer.MAX_VALUE));
  }

  private void poll() {
    var receiver = new BatchReceiver(client, queue, source);
    while (!closing) {
      try {
        var batch = receive(receiver);
        if (!batch.isEmpty()) {
          deliver(batch);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (!closing) {
          LOG.log(WARNING, "Polling " + queue.logicalId() + " failed: " + e);
          pause(Duration.ofSeconds(1));
        }
      }
    }
  }

  private List<Message> receive(BatchReceiver receiver) throws InterruptedException {
    receiving.add(Thread.currentThread());
    try {
      return closing ? List.of() : receiver.receive();
    } finally {
      receiving.remove(Thread.currentThread());
    }
  }

  private void deliver(List<Message> batch) throws InterruptedException {
    switch (function.invokeWhenFree(SqsEvent.of(queue, batch))) {
      case Invocation.Answered answer -> delete(done(batch, answer));
      case Invocation.Failed failed ->
          LOG.log(DEBUG, "{0} keeps {1} messages", queue.logicalId(), batch.size());
      case Invocation.TimedOut() ->
          LOG.log(DEBUG, "{0} keeps {1} messages", queue.logicalId(), batch.size());
      case Invocation.Throttled() -> throw new IllegalStateException("It waited for its turn");
    }
  }

  private List<Message> done(List<Message> batch, Invocation.Answered answer) {
    return source.reportsBatchItemFailures()
        ? BatchResponse.succeeded(batch, answer.json())
        : batch;
  }

  private void delete(List<Message> messages) {
    var deletions = Batches.of(messages);
    if (queue.fifo() || closing) {
      // A FIFO queue's group is blocked until the deletion, so nothing could be received before it.
      deletions.forEach(this::deleteBatch);
    } else {
      deletions.forEach(deletion -> threads.execute(() -> deleteBatch(deletion)));
    }
  }

  private void deleteBatch(List<Message> messages) {
    try {
      var answer =
          client.deleteMessageBatch(
              request -> request.queueUrl(queue.url()).entries(Batches.deletions(messages)));
      answer
          .failed()
          .forEach(
              failure ->
                  LOG.log(
                      WARNING, "{0} kept a message: {1}", queue.logicalId(), failure.message()));
    } catch (RuntimeException e) {
      LOG.log(WARNING, "Deleting from " + queue.logicalId() + " failed: " + e);
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops receiving, waits a moment for running batches, then interrupts them. */
  @Override
  public void close() {
    closing = true;
    receiving.forEach(Thread::interrupt);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
        threads.shutdownNow();
        var ignored = threads.awaitTermination(2, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      client.close();
    }
  }
}
