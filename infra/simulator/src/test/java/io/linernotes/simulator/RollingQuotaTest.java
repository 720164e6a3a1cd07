package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RollingQuotaTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void admitsAsManyCallsAsTheQuotaSays() {
    RollingQuota quota = RollingQuota.lenient(Quota.of(2, 5), Duration.ZERO);

    assertThat(quota.arrive(START)).isEmpty();
    assertThat(quota.arrive(START.plusSeconds(2))).isEmpty();
    assertThat(quota.arrive(START.plusSeconds(3))).contains(Duration.ofSeconds(2));
  }

  @Test
  void admitsACallWhenTheOldestHasLeftTheWindow() {
    RollingQuota quota = RollingQuota.lenient(Quota.of(2, 5), Duration.ZERO);
    quota.arrive(START);
    quota.arrive(START.plusSeconds(4));

    assertThat(quota.arrive(START.plusMillis(4_999))).isPresent();
    assertThat(quota.arrive(START.plusSeconds(5))).isEmpty();
    assertThat(quota.arrive(START.plusSeconds(6))).isPresent();
  }

  @Test
  void keepsRefusingARetryLoopWhereRefusedCallsCount() {
    RollingQuota strict = RollingQuota.strict(Quota.of(1, 1), Duration.ZERO);
    strict.arrive(START);

    for (int retry = 1; retry <= 20; retry++) {
      assertThat(strict.arrive(START.plusMillis(500L * retry))).isPresent();
    }
    assertThat(strict.arrive(START.plusMillis(11_000))).isEmpty();
  }

  @Test
  void toleratesACallThatIsALittleEarly() {
    RollingQuota quota = RollingQuota.lenient(Quota.of(1, 1), Duration.ofMillis(20));
    quota.arrive(START);

    assertThat(quota.arrive(START.plusMillis(979))).isPresent();
    assertThat(quota.arrive(START.plusMillis(981))).isEmpty();
  }
}
