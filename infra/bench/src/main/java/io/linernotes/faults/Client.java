package io.linernotes.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of the service that never waits and never throws. */
final class Client implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Requests the playlist's analysis once; the answer's status is 0 when the connection fails. */
  Answer analysis(URI service, String playlist) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service + "/v1/playlists/" + playlist + "/analysis"))
            .timeout(PATIENCE)
            .header("x-api-key", "local")
            .build();
    long started = System.nanoTime();
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return Answer.of(response, Duration.ofNanos(System.nanoTime() - started));
    } catch (IOException e) {
      return Answer.none(Duration.ofNanos(System.nanoTime() - started));
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
