package io.linernotes.worker;

import static io.linernotes.http.MisbehavingServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.http.HttpCall;
import io.linernotes.http.JdkHttp;
import io.linernotes.http.MisbehavingServer;
import io.linernotes.provider.Provider;
import io.linernotes.time.MovableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever the server does, it receives only requests that were paced and counted. */
class EveryRequestCountsTest {

  private static final int CALLS = 60;

  private final MovableClock clock = MovableClock.atNoon();
  private final PacedHttp http =
      new PacedHttp(
          new JdkHttp("ops@example.org", Duration.ofMillis(250)),
          new Pace(Duration.ofSeconds(1), clock, clock::advance),
          new CooldownWatch(
              new InMemoryTrackCache(),
              Provider.LASTFM,
              Duration.ofSeconds(10),
              clock,
              new Random(1)),
          clock,
          false);

  @Test
  void noRequestReachesAMisbehavingServerTwice() throws Exception {
    AtomicInteger turn = new AtomicInteger();
    try (MisbehavingServer server =
        MisbehavingServer.playing(
            out -> misbehave(turn.getAndIncrement(), out),
            out -> misbehave(turn.getAndIncrement(), out))) {
      http.begin(clock.instant().plus(Duration.ofHours(1)));

      for (int i = 0; i < CALLS; i++) {
        http.send(HttpCall.get("a call", server.uri().resolve("/" + i)));
      }

      assertThat(http.calls()).isEqualTo(CALLS);
      assertThat(server.requests()).hasSizeGreaterThan(CALLS / 2).doesNotHaveDuplicates();
      assertThat(clock.instant())
          .as("each waited for its turn")
          .isAfterOrEqualTo(MovableClock.atNoon().instant().plusSeconds(CALLS));
    }
  }

  private static void misbehave(int turn, OutputStream out) throws IOException {
    switch (turn % 6) {
      case 0 -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
      case 1 -> out.close();
      case 2 -> write(out, "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
      case 3 -> write(out, "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
      case 4 -> {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{");
        out.close();
      }
      default -> {
        write(out, "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n");
        out.close();
      }
    }
  }
}
