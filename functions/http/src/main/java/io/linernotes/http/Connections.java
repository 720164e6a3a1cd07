package io.linernotes.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client, made for the first call and replaced after a pause. A function that Lambda
 * froze between two invocations wakes up with connections that the other side has given up
 * meanwhile; a call on one of them would fail, and nothing repeats it. So no connection is used
 * that nobody has used for {@value #IDLE_SECONDS} seconds.
 *
 * <p>The client never does what its caller does not count: it follows no redirects and repeats no
 * request. The JDK repeats a {@code GET} once after a connection failure unless two properties
 * forbid it, which it reads when the first request of the process is sent. Functions send none
 * before this class is loaded; a process that does sets them on its command line.
 */
final class Connections {

  static {
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
  }

  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(4);

  private static final int IDLE_SECONDS = 4;

  /** One for the whole process, however many instances of a function it holds. */
  static final Connections SHARED = new Connections(InstantSource.system());

  private final InstantSource clock;
  private @Nullable HttpClient client;
  private Instant lastUsed = Instant.MIN;
  private int inUse;

  Connections(InstantSource clock) {
    this.clock = clock;
  }

  /** The client, for one call; {@link #release} ends its use. */
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

  /** The time of a reply. */
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
