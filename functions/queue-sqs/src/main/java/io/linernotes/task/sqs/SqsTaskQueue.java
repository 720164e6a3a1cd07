package io.linernotes.task.sqs;

import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import io.linernotes.remote.Backoff;
import io.linernotes.remote.Calls;
import io.linernotes.task.TaskMessage;
import io.linernotes.task.TaskQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The providers' queues in SQS. Messages are sent in batches of ten, several batches at a time.
 * Messages that SQS refuses are sent again after a pause; those that it still refuses are returned,
 * and {@link SendFailures} gets the reason. If a whole call fails after the SDK's retries, all of
 * its messages are returned.
 */
public final class SqsTaskQueue implements TaskQueue {

  private static final int AT_A_TIME = 16;

  private final SqsClient client;
  private final QueueUrls urls;
  private final SendFailures failures;
  private final Backoff backoff;

  public SqsTaskQueue(SqsClient client, QueueUrls urls, SendFailures failures) {
    this(client, urls, failures, Backoff.standard());
  }

  SqsTaskQueue(SqsClient client, QueueUrls urls, SendFailures failures, Backoff backoff) {
    this.client = client;
    this.urls = urls;
    this.failures = failures;
    this.backoff = backoff;
  }

  /**
   * The queues that the configuration names, by a client from {@link SqsClients}.
   *
   * @throws IllegalStateException if the configuration names no region or a malformed endpoint
   */
  public static SqsTaskQueue from(Configuration configuration, SendFailures failures) {
    return new SqsTaskQueue(
        SqsClients.from(configuration), QueueUrls.from(configuration), failures);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the queue of one of the messages is not configured; then none
   *     is sent
   */
  @Override
  public List<TaskMessage> send(Collection<TaskMessage> messages, Duration delay) {
    List<Batch> batches = batches(messages, delay);
    return Calls.inParallel(batches, AT_A_TIME, this::unsent).stream()
        .flatMap(List::stream)
        .map(Outgoing::message)
        .toList();
  }

  private record Batch(Provider provider, String url, List<Outgoing> messages) {}

  private List<Batch> batches(Collection<TaskMessage> messages, Duration delay) {
    Map<Provider, List<TaskMessage>> byProvider = new EnumMap<>(Provider.class);
    for (TaskMessage message : messages) {
      byProvider.computeIfAbsent(message.task().provider(), _ -> new ArrayList<>()).add(message);
    }
    List<Batch> batches = new ArrayList<>();
    byProvider.forEach(
        (provider, all) -> {
          String url = urls.of(provider);
          Outgoing.batches(all.stream().map(each -> outgoing(each, url, delay)).toList())
              .forEach(batch -> batches.add(new Batch(provider, url, batch)));
        });
    return batches;
  }

  private static Outgoing outgoing(TaskMessage message, String url, Duration delay) {
    return QueueUrls.isFifo(url) ? Outgoing.fifo(message) : Outgoing.standard(message, delay);
  }

  /** Sends the batch, retries what SQS refused, and returns what remains unsent. */
  private List<Outgoing> unsent(Batch batch) {
    List<Outgoing> refused = new ArrayList<>();
    List<Outgoing> left = batch.messages();
    for (int tried = 1; ; tried++) {
      List<BatchResultErrorEntry> failed;
      try {
        failed = sent(batch.url(), left);
      } catch (SdkException e) {
        refused.addAll(left);
        failures.unsent(batch.provider(), left.size(), SqsFailures.reason(e));
        return refused;
      }
      List<Outgoing> again = new ArrayList<>();
      for (BatchResultErrorEntry error : failed) {
        Outgoing message = left.get(Integer.parseInt(error.id()));
        // A sender fault is in the message itself, so a retry cannot help.
        boolean isOver = Boolean.TRUE.equals(error.senderFault()) || tried >= backoff.tries();
        if (isOver) {
          failures.unsent(batch.provider(), 1, error.code());
        }
        (isOver ? refused : again).add(message);
      }
      if (again.isEmpty()) {
        return refused;
      }
      left = again;
      backoff.after(tried);
    }
  }

  private List<BatchResultErrorEntry> sent(String url, List<Outgoing> messages) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, messages.size())
            .mapToObj(i -> messages.get(i).entry().copy(entry -> entry.id(String.valueOf(i))))
            .toList();
    return client.sendMessageBatch(request -> request.queueUrl(url).entries(entries)).failed();
  }
}
