package io.linernotes.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linernotes.local.stack.LocalStack;
import io.linernotes.local.stack.LocalStackOptions;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The service over simulated providers with the same quotas, and a client of it. */
final class BenchService implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** From this scale on, the simulator cannot answer as fast as the quotas allow. */
  private static final double HURRIED = 100;

  private final Simulator simulator;
  private final LocalStack stack;
  private final HttpClient client = HttpClient.newHttpClient();

  private BenchService(Simulator simulator, LocalStack stack) {
    this.simulator = simulator;
    this.stack = stack;
  }

  private static SimulatorOptions options(double scale) {
    SimulatorOptions options = SimulatorOptions.defaults().withQuotaScale(scale);
    return scale < HURRIED ? options : options.withoutQuotas().withoutLatency();
  }

  static BenchService start(Path template, double scale) {
    Simulator simulator = Simulator.start(options(scale));
    Map<String, String> environment = new HashMap<>(simulator.environment());
    environment.put("SPOTIFY_CLIENT_SECRET", "bench");
    environment.put("LASTFM_API_KEY", "bench");
    LocalStack stack =
        LocalStack.start(
            LocalStackOptions.of(template)
                .withParameters(
                    Map.of(
                        "QuotaScale", String.valueOf(scale),
                        "SpotifyClientId", "bench",
                        "Contact", "bench@localhost.invalid"))
                .withEnvironment(environment));
    return new BenchService(simulator, stack);
  }

  LocalStack stack() {
    return stack;
  }

  Simulator simulator() {
    return simulator;
  }

  /**
   * An answer with the time that it took.
   *
   * @param took from the request's first byte to the answer's last
   */
  record Timed(int status, JsonNode body, int bytes, Duration took) {}

  Timed analysis(String playlist, String query) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(stack.url() + "/v1/playlists/" + playlist + "/analysis" + query))
            .timeout(Duration.ofSeconds(40))
            .header("x-api-key", "local")
            .build();
    try {
      long started = System.nanoTime();
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      return new Timed(
          response.statusCode(), JSON.readTree(response.body()), response.body().length, took);
    } catch (IOException e) {
      throw new IllegalStateException("the service did not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Waits until every queue is empty, without sending requests. */
  void awaitQuiet() throws InterruptedException {
    int quiet = 0;
    while (quiet < 4) {
      Thread.sleep(500);
      boolean empty =
          stack.queueDepths().values().stream()
              .allMatch(depth -> depth.visible() + depth.inFlight() + depth.delayed() == 0);
      quiet = empty ? quiet + 1 : 0;
    }
  }

  @Override
  public void close() {
    client.close();
    stack.close();
    simulator.close();
  }
}
