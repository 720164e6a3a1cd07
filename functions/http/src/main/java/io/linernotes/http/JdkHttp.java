package io.linernotes.http;

import io.linernotes.enrichment.Outcome;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The JDK's HTTP client with a limit on the time to connect, on the time of the whole exchange down
 * to the last byte of the body, and on the body's size. One call is one request: it follows no
 * redirect, retries nothing, and never throws.
 */
public final class JdkHttp implements ProviderHttp {

  /** A playlist page with all its markets has about 1.5 MB. */
  static final long LARGEST_BODY = 8L * 1024 * 1024;

  private static final Set<String> UNENCODED = Set.of("", "identity");

  private final Connections connections;
  private final String userAgent;
  private final Duration timeout;

  /**
   * @param contact an address by which the provider can reach the operator
   * @param timeout for the whole exchange
   */
  public JdkHttp(String contact, Duration timeout) {
    this(Connections.SHARED, contact, timeout);
  }

  JdkHttp(Connections connections, String contact, Duration timeout) {
    this.connections = connections;
    this.userAgent = "linernotes/0.1 (" + contact + ")";
    this.timeout = timeout;
  }

  @Override
  public Outcome<HttpReply> send(HttpCall call) {
    HttpClient client = connections.acquire();
    try {
      return send(client, call);
    } finally {
      connections.release();
    }
  }

  private Outcome<HttpReply> send(HttpClient client, HttpCall call) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(
            request(call), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY));
    try {
      // The request's own timeout ends with the headers; this one covers a body that drips.
      return reply(call, exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return unavailable(call, "no complete reply within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return unavailable(call, reason(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Postponed<>(Duration.ZERO);
    }
  }

  private HttpRequest request(HttpCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .timeout(timeout)
            .header("User-Agent", userAgent)
            .header("Accept", "application/json");
    call.headers().forEach(request::setHeader);
    String form = call.form();
    if (form != null) {
      request
          .setHeader("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(form));
    }
    return request.build();
  }

  /** The reply; unavailable if it is a redirect or has a content encoding. */
  private Outcome<HttpReply> reply(HttpCall call, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      return unavailable(call, "HTTP " + status + ", a redirect, which is not followed");
    }
    Map<String, String> headers = headers(response);
    String encoding = response.headers().firstValue("Content-Encoding").orElse("").strip();
    return UNENCODED.contains(encoding)
        ? new Outcome.Found<>(new HttpReply(status, headers, response.body()))
        : unavailable(call, "HTTP " + status + " in an encoding that was not asked for");
  }

  /**
   * The first value of each header, with the current time as {@code Date} if the reply has none.
   */
  private Map<String, String> headers(HttpResponse<?> response) {
    Map<String, String> first = new HashMap<>();
    first.put("date", httpDate(connections.now()));
    response.headers().map().forEach((name, values) -> first.put(name, values.getFirst()));
    return first;
  }

  private static String httpDate(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  /** The fault's class name alone, because the client's messages may quote the URL. */
  private static String reason(Throwable fault) {
    return fault instanceof IOException ? fault.getClass().getSimpleName() : fault.toString();
  }

  private static Outcome<HttpReply> unavailable(HttpCall call, String reason) {
    return new Outcome.Unavailable<>(call.name() + ": " + reason, null);
  }
}
