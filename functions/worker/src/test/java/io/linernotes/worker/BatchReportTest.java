package io.linernotes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.observability.RecordedMetrics;
import io.linernotes.provider.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchReportTest {

  private static final BatchReport REPORT =
      new BatchReport(
          Provider.LASTFM,
          4,
          List.of("request-1", "request-2"),
          1,
          List.of(Duration.ofMillis(90), Duration.ofNanos(210_500_000)),
          Duration.ofMillis(2_500),
          Duration.ofSeconds(1));

  @Test
  void measuresTheBatchUnderItsProvider() {
    RecordedMetrics metrics = new RecordedMetrics();

    REPORT.measure(
        metrics, fate -> Map.of(Fate.THROTTLED, 1, Fate.FAILED, 2).getOrDefault(fate, 0));

    assertThat(metrics.values())
        .isEqualTo(
            Map.of(
                "Provider=lastfm",
                Map.of(
                    "Calls COUNT", List.of(2.0),
                    "Throttles COUNT", List.of(1.0),
                    "Failures COUNT", List.of(2.0),
                    "Latency MILLISECONDS", List.of(90.0, 210.5),
                    "QueueAge SECONDS", List.of(2.5))));
  }
}
