package io.linernotes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.HttpReply;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.time.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacedHttpTest {

  private static final HttpCall CALL = HttpCall.get("a call", URI.create("https://example.org"));

  private final MovableClock clock = MovableClock.atNoon();
  private final Queue<Duration> delays = new ArrayDeque<>();
  private final CooldownWatch cooldowns =
      new CooldownWatch(
          new InMemoryTrackCache(), Provider.DEEZER, Duration.ofSeconds(10), clock, new Random(1));
  private final PacedHttp http =
      new PacedHttp(
          this::slowReply,
          new Pace(Duration.ofSeconds(1), clock, clock::advance),
          cooldowns,
          clock,
          false);

  private Outcome<HttpReply> slowReply(HttpCall call) {
    clock.advance(delays.remove());
    return new Outcome.Unavailable<>("no reply", null);
  }

  @Test
  void measuresEachCallWithoutTheWaitForItsTurn() {
    delays.addAll(List.of(Duration.ofMillis(120), Duration.ofMillis(80)));
    http.begin(clock.instant().plusSeconds(60));

    http.send(CALL);
    http.send(CALL);

    assertThat(http.latencies()).containsExactly(Duration.ofMillis(120), Duration.ofMillis(80));
    assertThat(http.calls()).isEqualTo(2);
  }

  @Test
  void measuresNothingOfACallThatIsNotMade() {
    cooldowns.start(Cooldown.Reason.THROTTLED, Duration.ofMinutes(1));
    http.begin(clock.instant().plusSeconds(60));

    assertThat(http.send(CALL)).isInstanceOf(Outcome.Postponed.class);

    assertThat(http.latencies()).isEmpty();
  }

  @Test
  void beginsEachInvocationAnew() {
    delays.add(Duration.ofMillis(120));
    http.begin(clock.instant().plusSeconds(60));
    http.send(CALL);

    http.begin(clock.instant().plusSeconds(60));

    assertThat(http.calls()).isZero();
  }
}
