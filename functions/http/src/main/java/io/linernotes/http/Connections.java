package io.linernotes.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client, made for the first call and replaced after an idle time. A function that Lambda
 * froze between two invocations wakes up with connections that the other side has closed meanwhile.
 * A call on such a connection would fail, and nothing retries it. So a client that was idle for
 * {@value #IDLE_SECONDS} seconds is replaced, with its connections.
 *
 * <p>The client makes no request that its caller does not count: it follows no redirects and
 * retries nothing. The JDK retries a {@code GET} once after a connection failure unless two system
 * properties forbid it. It reads them when the process sends its first request. Functions send none
 * before this class is loaded; a process that does must set them on its command line.
 */
final class Connections {

  static {
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
  }

  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(4);

  private static final int IDLE_SECONDS = 4;

  /** One for the whole process, even if it holds several instances of a function. */
  static final Connections SHARED = new Connections(InstantSource.system());

  private final InstantSource clock;
  private @Nullable HttpClient client;
  private Instant lastUsed = Instant.MIN;
  private int inUse;

  Connections(InstantSource clock) {
    this.clock = clock;
  }

  /** The client for one call; the caller calls {@link #release} when the call has ended. */
  synchronized HttpClient acquire() {
    HttpClient current = client;
    if (current != null && inUse == 0 && isIdle()) {
      current.shutdownNow();
      current = null;
    }
    if (current == null) {
      current = connecting();
      client = current;
    }
    inUse++;
    return current;
  }

  synchronized void release() {
    inUse--;
    lastUsed = clock.instant();
  }

  /** The current time, for a reply without a {@code Date}. */
  Instant now() {
    return clock.instant();
  }

  private boolean isIdle() {
    return Duration.between(lastUsed, clock.instant()).toSeconds() >= IDLE_SECONDS;
  }

  private static HttpClient connecting() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT_TIMEOUT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }
}
