package io.linernotes.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {

  @ParameterizedTest
  @CsvSource({"50/5,2", "25/5,2", "60/30,2", "20/10,2", "1/1,1", "25/5,3", "7/3,4"})
  void spacedSendsOfAllInstancesStayWithinTheQuotaInEveryWindow(String text, int instances) {
    Quota quota = Quota.parse(text);
    long spacing = quota.spacing(instances).toMillis();
    List<Long> sends = new ArrayList<>();
    for (int instance = 0; instance < instances; instance++) {
      long phase = instance * 37L;
      IntStream.range(0, 200).forEach(i -> sends.add(phase + i * spacing));
    }

    long window = quota.window().toMillis();
    for (long start : sends) {
      long within = sends.stream().filter(at -> at >= start && at < start + window).count();
      assertThat(within).isLessThanOrEqualTo(quota.calls());
    }
  }

  @ParameterizedTest
  @CsvSource({"25/5,2", "50/5,2", "60/30,2"})
  void sharedQuotasAreUsedAlmostWhole(String text, int instances) {
    Quota quota = Quota.parse(text);
    double perWindow =
        (double) instances * quota.window().toNanos() / quota.spacing(instances).toNanos();

    assertThat(perWindow / quota.calls()).isBetween(0.9, 1.0);
  }

  @Test
  void scaleDividesTheWindow() {
    assertThat(Quota.parse("50/5").scaled(10)).isEqualTo(new Quota(50, Duration.ofMillis(500)));
  }

  @ParameterizedTest
  @CsvSource({"''", "50", "50/", "/5", "-1/5", "0/5", "5/0", "a/b"})
  void refusesWhatIsNoQuota(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Quota.parse(text));
  }
}
