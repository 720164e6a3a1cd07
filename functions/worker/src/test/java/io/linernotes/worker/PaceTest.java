package io.linernotes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Duration SPACING = Duration.ofMillis(400);

  private final MovableClock clock = MovableClock.atNoon();
  private final Pace pace = new Pace(SPACING, clock, clock::advance);
  private final Instant start = clock.instant();

  @Test
  void theFirstSendWaitsForWhatAnInstanceBeforeMayHaveSent() throws InterruptedException {
    pace.await(Instant.MAX);

    assertThat(clock.instant()).isEqualTo(start.plus(SPACING));
  }

  @Test
  void sendsAreSpacedEvenly() throws InterruptedException {
    List<Instant> sends = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      pace.await(Instant.MAX);
      sends.add(clock.instant());
    }

    for (int i = 1; i < sends.size(); i++) {
      assertThat(Duration.between(sends.get(i - 1), sends.get(i))).isEqualTo(SPACING);
    }
  }

  @Test
  void timeThatPassesAnywayIsNotWaitedForAgain() throws InterruptedException {
    pace.await(Instant.MAX);
    clock.advance(Duration.ofSeconds(2));
    Instant before = clock.instant();

    pace.await(Instant.MAX);

    assertThat(clock.instant()).isEqualTo(before);
  }

  @Test
  void anIdleTimeIsNoCredit() throws InterruptedException {
    clock.advance(Duration.ofMinutes(1));
    pace.await(Instant.MAX);
    Instant first = clock.instant();

    pace.await(Instant.MAX);

    assertThat(clock.instant()).isEqualTo(first.plus(SPACING));
  }

  @Test
  void refusesATurnThatWouldComeTooLate() throws InterruptedException {
    assertThat(pace.await(start.plusMillis(399))).isFalse();
    assertThat(clock.instant()).as("without waiting").isEqualTo(start);
  }

  @Test
  void anInvocationEndsNoSoonerThanTheNextMaySend() throws InterruptedException {
    pace.await(Instant.MAX);
    Instant sent = clock.instant();

    pace.settle();

    assertThat(clock.instant()).isEqualTo(sent.plus(SPACING));
  }
}
