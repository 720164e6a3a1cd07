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
 * A worker Lambda's life: the collaborators built once from the environment, then one batch of SQS
 * messages after another, each answered with the messages that must come again.
 */
public final class SqsWorker {

  private static final Logger LOG = Loggers.of(SqsWorker.class);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  /** What writing back and following up take at most, once the last reply is here. */
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

  /** The two ways to call out: in turn at the provider's pace, and for what no quota counts. */
  public record Calls(ProviderHttp paced, ProviderHttp unpaced) {}

  /**
   * Builds a worker as its environment says: {@code <PROVIDER>_QUOTA}, {@code QUOTA_SCALE}, {@code
   * RESERVED_CONCURRENCY}, {@code MAX_RECEIVE_COUNT}, {@code CONTACT}, and what the cache and the
   * queues need.
   *
   * @param worker builds what differs between providers from the ways to call out
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

  /** Works one batch off. */
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

  /** How long the message that was sent first had been in the queue. */
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
   * Sends a message that no retry can make readable on to the dead-letter queue, where somebody can
   * look at it. It is seen again at once: until it has spent its receives, a FIFO queue hands out
   * nothing that stands behind it.
   */
  private void bury(SQSMessage message) {
    LogLine.of("a message is no task of this worker")
        .with("message_id", message.getMessageId())
        .log(LOG, Level.ERROR);
    loop.giveUp(message.getReceiptHandle());
  }

  /** The message's task, if it is one of this worker's and has all that its keys need. */
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
