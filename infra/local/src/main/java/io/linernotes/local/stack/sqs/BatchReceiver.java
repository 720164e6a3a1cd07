package io.linernotes.local.stack.sqs;

import io.linernotes.local.stack.template.EventSource;
import io.linernotes.local.stack.template.QueueSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Receives batches of messages for one poller. */
final class BatchReceiver {
  private static final Duration LONG_POLL = Duration.ofSeconds(10);
  private static final Duration IDLE_PAUSE = Duration.ofMillis(100);

  private final SqsClient client;
  private final QueueSpec queue;
  private final EventSource source;

  BatchReceiver(SqsClient client, QueueSpec queue, EventSource source) {
    this.client = client;
    this.queue = queue;
    this.source = source;
  }

  /** Waits for the next batch; empty when none arrives for a while. */
  List<Message> receive() throws InterruptedException {
    var first = queue.fifo() ? receiveFifo() : receive(source.batchSize(), LONG_POLL);
    return first.isEmpty() || first.size() >= source.batchSize() ? first : fill(first);
  }

  /**
   * ElasticMQ spins during a long poll of a FIFO queue whose groups are all blocked. FIFO queues
   * are therefore polled without waiting, with a pause after an empty reply.
   */
  private List<Message> receiveFifo() throws InterruptedException {
    var messages = receive(source.batchSize(), Duration.ZERO);
    if (messages.isEmpty()) {
      Thread.sleep(IDLE_PAUSE);
    }
    return messages;
  }

  /**
   * Receives until the batch is full or the batching window ends. A batch of more than ten messages
   * takes several receives in any case.
   */
  private List<Message> fill(List<Message> first) {
    if (source.window().isZero() && first.size() < Batches.MOST) {
      return first;
    }
    var batch = new ArrayList<>(first);
    var end = System.nanoTime() + source.window().toNanos();
    while (batch.size() < source.batchSize()) {
      var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      var wait = left.compareTo(LONG_POLL) < 0 ? left : LONG_POLL;
      var more = receive(source.batchSize() - batch.size(), queue.fifo() ? Duration.ZERO : wait);
      batch.addAll(more);
      if (more.isEmpty() && (queue.fifo() || left.toSeconds() == 0)) {
        break;
      }
    }
    return batch;
  }

  private List<Message> receive(int atMost, Duration wait) {
    return client
        .receiveMessage(
            request ->
                request
                    .queueUrl(queue.url())
                    .maxNumberOfMessages(Math.min(atMost, Batches.MOST))
                    .waitTimeSeconds((int) wait.toSeconds())
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }
}
