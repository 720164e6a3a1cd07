package io.linernotes.worker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.linernotes.cache.TrackCache;
import io.linernotes.cache.dynamodb.DynamoDbTrackCache;
import io.linernotes.config.Configuration;
import io.linernotes.http.JdkHttp;
import io.linernotes.http.ProviderHttp;
import io.linernotes.json.MalformedRecordException;
import io.linernotes.json.RecordFormat;
import io.linernotes.observability.LogContext;
import io.linernotes.observability.LogLine;
import io.linernotes.observability.Loggers;
import io.linernotes.observability.Metrics;
import io.linernotes.planning.LeaseTime;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.provider.Quotas;
import io.linernotes.status.CountNames;
import io.linernotes.status.Counters;
import io.linernotes.status.dynamodb.DynamoDbCounters;
import io.linernotes.task.Task;
import io.linernotes.task.TaskMessage;
import io.linernotes.task.TaskQueue;
import io.linernotes.task.sqs.QueueUrls;
import io.linernotes.task.sqs.SendFailures;
import io.linernotes.task.sqs.SqsMessages;
import io.linernotes.task.sqs.SqsQueueDepths;
import io.linernotes.task.sqs.SqsTaskQueue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A worker Lambda. It builds its collaborators once from the environment, then handles one batch of
 * SQS messages after another. Each response lists the messages that SQS must redeliver.
 */
public final class SqsWorker {

  private static final Logger LOG = Loggers.of(SqsWorker.class);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  /** The longest that write-back and follow-ups take after the last reply. */
  private static final Duration WIND_UP = Duration.ofSeconds(4);

  private final Provider provider;
  private final WorkerLoop<?> loop;
  private final PacedHttp http;
  private final Counters counters;
  private final Metrics metrics;
  private final InstantSource clock;

  SqsWorker(
      Provider provider,
      WorkerLoop<?> loop,
      PacedHttp http,
      Counters counters,
      Metrics metrics,
      InstantSource clock) {
    this.provider = provider;
    this.loop = loop;
    this.http = http;
    this.counters = counters;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * The two HTTP clients: {@code paced} for calls that count against the provider's quota, {@code
   * unpaced} for those that do not.
   */
  public record Calls(ProviderHttp paced, ProviderHttp unpaced) {}

  /**
   * Builds a worker from its environment: {@code <PROVIDER>_QUOTA}, {@code QUOTA_SCALE}, {@code
   * RESERVED_CONCURRENCY}, {@code MAX_RECEIVE_COUNT}, {@code CONTACT}, and the variables of the
   * cache and the queues.
   *
   * @param worker builds the provider's own part from the two HTTP clients
   * @throws IllegalStateException if a variable is missing or malformed, naming it and the remedy
   */
  public static <T extends Task> SqsWorker configured(
      Provider provider, Configuration configuration, Function<Calls, TaskWorker<T>> worker) {
    InstantSource clock = InstantSource.system();
    TrackCache cache = DynamoDbTrackCache.from(configuration);
    TaskQueue queue = SqsTaskQueue.from(configuration, SendFailures.logged());
    SqsMessages messages = SqsMessages.from(configuration);
    Redelivery redelivery = (receipt, delay) -> messages.makeVisible(provider, receipt, delay);
    Quota quota = Quotas.of(provider, configuration);
    Pace pace =
        new Pace(
            quota.spacing(configuration.wholeNumber("RESERVED_CONCURRENCY", 1, 1)),
            clock,
            Thread::sleep);
    CooldownWatch cooldowns =
        new CooldownWatch(
            cache, provider, quota.window().multipliedBy(2), clock, RandomGenerator.getDefault());
    ProviderHttp direct =
        new JdkHttp(
            configuration.required(
                "CONTACT", "Set it to an e-mail address or URL by which providers can reach you."),
            CALL_TIMEOUT);
    PacedHttp paced = new PacedHttp(direct, pace, cooldowns, clock, quota.isIndivisible());
    WorkerLoop<T> loop =
        new WorkerLoop<>(
            worker.apply(new Calls(paced, direct)),
            cache,
            queue,
            new LeaseTime(SqsQueueDepths.from(configuration), Quotas.of(configuration)),
            cooldowns,
            redelivery,
            clock,
            QueueUrls.isFifo(QueueUrls.from(configuration).of(provider)),
            configuration.wholeNumber("MAX_RECEIVE_COUNT", 5, 1));
    return new SqsWorker(
        provider,
        loop,
        paced,
        DynamoDbCounters.from(configuration),
        Metrics.from(configuration),
        clock);
  }

  /** Handles one batch; the response lists the messages that SQS must redeliver. */
  public SQSBatchResponse handle(SQSEvent event, Context context) {
    return LogContext.during(context, null, () -> work(event, context));
  }

  private SQSBatchResponse work(SQSEvent event, Context context) {
    Instant began = clock.instant();
    http.begin(
        began.plusMillis(context.getRemainingTimeInMillis()).minus(CALL_TIMEOUT).minus(WIND_UP));
    Set<String> again = new LinkedHashSet<>();
    List<WorkerLoop.Received> batch = decoded(event, again);
    again.addAll(loop.work(batch));
    count(began);
    settlePace();
    BatchReport report =
        new BatchReport(
            provider,
            event.getRecords().size(),
            batch.stream().map(received -> received.message().correlationId()).distinct().toList(),
            again.size(),
            http.latencies(),
            age(event, began),
            Duration.between(began, clock.instant()));
    report.line(loop::count).log(LOG, Level.INFO);
    report.measure(metrics, loop::count);
    return new SQSBatchResponse(again.stream().map(BatchItemFailure::new).toList());
  }

  /** How long the batch's oldest message had been in the queue. */
  private static Duration age(SQSEvent event, Instant now) {
    return event.getRecords().stream()
        .flatMap(message -> number(message, "SentTimestamp").stream())
        .map(sent -> Duration.between(Instant.ofEpochMilli(sent), now))
        .filter(Duration::isPositive)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private void count(Instant began) {
    Map<String, Long> counts = new HashMap<>();
    counts.put(CountNames.calls(provider), (long) http.calls());
    counts.put(CountNames.throttled(provider), (long) loop.count(Fate.THROTTLED));
    counts.put(CountNames.failed(provider), (long) loop.count(Fate.FAILED));
    counts.values().removeIf(count -> count == 0);
    if (!counts.isEmpty()) {
      counters.add(began, counts);
    }
  }

  private List<WorkerLoop.Received> decoded(SQSEvent event, Set<String> again) {
    List<WorkerLoop.Received> batch = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      task(message)
          .ifPresentOrElse(
              task ->
                  batch.add(
                      new WorkerLoop.Received(
                          message.getMessageId(),
                          message.getReceiptHandle(),
                          receives(message),
                          task)),
              () -> {
                again.add(message.getMessageId());
                bury(message);
              });
    }
    return batch;
  }

  /**
   * Moves an unreadable message towards the dead-letter queue, where an operator can inspect it. No
   * retry can make it readable, so it becomes visible again at once: a FIFO queue delivers nothing
   * behind it until its receives are used up.
   */
  private void bury(SQSMessage message) {
    LogLine.of("a message is no task of this worker")
        .with("message_id", message.getMessageId())
        .log(LOG, Level.ERROR);
    loop.giveUp(message.getReceiptHandle());
  }

  /**
   * The message's task; empty if it belongs to another provider or a field that its keys need is
   * absent.
   */
  private Optional<TaskMessage> task(SQSMessage message) {
    try {
      return Optional.of(RecordFormat.message(message.getBody()))
          .filter(each -> loop.takes(each.task()))
          .filter(each -> each.task().keys().stream().allMatch(Objects::nonNull));
    } catch (MalformedRecordException | NullPointerException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int receives(SQSMessage message) {
    return number(message, "ApproximateReceiveCount").map(Math::toIntExact).orElse(1);
  }

  private static Optional<Long> number(SQSMessage message, String attribute) {
    return Optional.ofNullable(message.getAttributes())
        .map(attributes -> attributes.get(attribute))
        .filter(text -> text.matches("[0-9]{1,15}"))
        .map(Long::valueOf);
  }

  private void settlePace() {
    try {
      http.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
