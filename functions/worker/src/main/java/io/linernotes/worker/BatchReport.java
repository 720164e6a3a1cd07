package io.linernotes.worker;

import io.linernotes.observability.LogLine;
import io.linernotes.observability.Metrics;
import io.linernotes.observability.Metrics.Dimension;
import io.linernotes.observability.Metrics.Metric;
import io.linernotes.observability.Metrics.Unit;
import io.linernotes.provider.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * One batch as the log and the metrics report it.
 *
 * @param messages how many messages the batch had
 * @param correlationIds the correlation ids of the requests that enqueued the messages
 * @param again how many messages SQS must redeliver
 * @param latencies how long each call took
 * @param queueAge how long the oldest message had been in the queue
 * @param took how long the batch took, including the waits for the pace
 */
record BatchReport(
    Provider provider,
    int messages,
    List<String> correlationIds,
    int again,
    List<Duration> latencies,
    Duration queueAge,
    Duration took) {

  private static final Metric CALLS = new Metric("Calls", Unit.COUNT);
  private static final Metric THROTTLES = new Metric("Throttles", Unit.COUNT);
  private static final Metric FAILURES = new Metric("Failures", Unit.COUNT);
  private static final Metric LATENCY = new Metric("Latency", Unit.MILLISECONDS);
  private static final Metric QUEUE_AGE = new Metric("QueueAge", Unit.SECONDS);

  /** SQS hands over ten messages at once unless a batching window is set. */
  private static final int MOST_CORRELATION_IDS = 10;

  BatchReport {
    correlationIds = List.copyOf(correlationIds);
    latencies = List.copyOf(latencies);
  }

  /** The batch's line in the log. */
  LogLine line(ToIntFunction<Fate> tasks) {
    LogLine line =
        LogLine.of("batch")
            .with("provider", provider.id())
            .with("messages", messages)
            .with("correlation_ids", correlationIds.stream().limit(MOST_CORRELATION_IDS).toList());
    for (Fate fate : Fate.values()) {
      line.with(fate.name().toLowerCase(Locale.ROOT), tasks.applyAsInt(fate));
    }
    return line.with("again", again)
        .with("calls", latencies.size())
        .with("slowest_call_ms", latencies.stream().mapToLong(Duration::toMillis).max().orElse(0))
        .with("queue_age_s", queueAge.toSeconds())
        .with("latency_ms", took.toMillis());
  }

  /** Records the metrics of the batch. */
  void measure(Metrics metrics, ToIntFunction<Fate> tasks) {
    metrics.put(
        new Dimension("Provider", provider.id()),
        List.of(
            CALLS.of(latencies.size()),
            THROTTLES.of(tasks.applyAsInt(Fate.THROTTLED)),
            FAILURES.of(tasks.applyAsInt(Fate.FAILED)),
            LATENCY.of(latencies.stream().map(each -> each.toNanos() / 1e6).toList()),
            QUEUE_AGE.of(queueAge.toMillis() / 1e3)));
  }
}
