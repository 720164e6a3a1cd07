package io.linernotes.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final List<Duration> pauses = new ArrayList<>();

  @Test
  void pausesUpToTwiceAsLongEachTime() {
    Backoff backoff = new Backoff(8, Duration.ofMillis(100), Duration.ofMillis(350), pauses::add);

    for (int failed = 1; failed <= 4; failed++) {
      backoff.after(failed);
    }

    assertThat(pauses.get(0)).isBetween(Duration.ZERO, Duration.ofMillis(100));
    assertThat(pauses.get(1)).isBetween(Duration.ZERO, Duration.ofMillis(200));
    assertThat(pauses.get(2)).isBetween(Duration.ZERO, Duration.ofMillis(350));
    assertThat(pauses.get(3)).isBetween(Duration.ZERO, Duration.ofMillis(350));
  }

  @Test
  void drawsThePauseAnew() {
    Backoff backoff = new Backoff(8, Duration.ofSeconds(1), Duration.ofSeconds(1), pauses::add);

    for (int i = 0; i < 20; i++) {
      backoff.after(1);
    }

    assertThat(pauses).doesNotHaveDuplicates();
  }

  @Test
  void leavesTheThreadInterrupted() {
    Backoff backoff =
        new Backoff(
            2,
            Duration.ofDays(1),
            Duration.ofDays(1),
            _ -> {
              throw new InterruptedException();
            });

    backoff.after(1);

    assertThat(Thread.interrupted()).isTrue();
  }
}
