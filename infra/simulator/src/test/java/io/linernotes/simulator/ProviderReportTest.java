package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProviderReportTest {

  @Test
  void findsTheBusiestWindowWhereverItStarts() {
    ProviderReport report = report(0, 4_000, 4_500, 4_900, 5_100, 9_500);

    assertThat(report.busiestWindow(Duration.ofSeconds(5))).isEqualTo(4);
    assertThat(report.busiestWindow(Duration.ofSeconds(1))).isEqualTo(3);
  }

  @Test
  void aWindowEndsBeforeTheNextBegins() {
    assertThat(report(0, 1_000, 2_000).busiestWindow(Duration.ofSeconds(1))).isEqualTo(1);
  }

  @Test
  void measuresHowMuchOfTheQuotaWasUsed() {
    assertThat(report(0, 1_000, 2_000, 3_000).utilisation()).isCloseTo(0.5, Offset.offset(0.001));
  }

  @Test
  void saysNothingOfNoCalls() {
    assertThat(report().busiestWindow()).isZero();
    assertThat(report().utilisation()).isZero();
  }

  private static ProviderReport report(long... millis) {
    List<Instant> arrivals = LongStream.of(millis).mapToObj(Instant::ofEpochMilli).toList();
    return new ProviderReport(Quota.of(10, 5), Map.of(), 0, 0, arrivals);
  }
}
