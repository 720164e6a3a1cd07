package io.linernotes.http;

import io.linernotes.enrichment.Outcome;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client with everything bounded: connecting, the whole exchange down to the last
 * byte of the body, and the body's size. It never throws and never tries again.
 */
public final class JdkHttp implements ProviderHttp {

  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(4);

  /** A playlist page with all its markets has about 1.5 MB. */
  static final long LARGEST_BODY = 8L * 1024 * 1024;

  private @Nullable HttpClient client;
  private final String userAgent;
  private final Duration timeout;

  /**
   * @param contact an address by which the provider can reach whoever runs this
   * @param timeout for the whole exchange
   */
  public JdkHttp(String contact, Duration timeout) {
    this.userAgent = "linernotes/0.1 (" + contact + ")";
    this.timeout = timeout;
  }

  @Override
  public Outcome<HttpReply> send(HttpCall call) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client()
            .sendAsync(
                request(call), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY));
    try {
      // The request's own timeout ends with the headers; this one covers a body that hangs.
      HttpResponse<byte[]> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Outcome.Found<>(
          new HttpReply(response.statusCode(), headers(response), response.body()));
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

  /** Made for the first call: most requests to the API make none, and it takes a while. */
  private synchronized HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(CONNECT_TIMEOUT)
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build();
      client = made;
    }
    return made;
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

  private static Map<String, String> headers(HttpResponse<?> response) {
    Map<String, String> first = new HashMap<>();
    response.headers().map().forEach((name, values) -> first.put(name, values.getFirst()));
    return first;
  }

  /** The kind of fault only: messages of the client may quote the URL. */
  private static String reason(Throwable fault) {
    return fault instanceof IOException ? fault.getClass().getSimpleName() : fault.toString();
  }

  private static Outcome<HttpReply> unavailable(HttpCall call, String reason) {
    return new Outcome.Unavailable<>(call.name() + ": " + reason, null);
  }
}
