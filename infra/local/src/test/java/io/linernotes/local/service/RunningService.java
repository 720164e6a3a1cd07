package io.linernotes.local.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linernotes.local.stack.LocalStack;
import io.linernotes.local.stack.LocalStackOptions;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The stack of {@code template.yaml} over a simulator, and a client that asks it. */
final class RunningService implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path TEMPLATE = Path.of("../../template.yaml").toAbsolutePath().normalize();

  private final Simulator simulator;
  private final LocalStack stack;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningService(Simulator simulator, LocalStack stack) {
    this.simulator = simulator;
    this.stack = stack;
  }

  /** Starts both with the same quotas, their windows divided by {@code scale}. */
  static RunningService start(double scale, SimulatorOptions options) {
    Simulator simulator = Simulator.start(options.withQuotaScale(scale));
    Map<String, String> environment = new HashMap<>(simulator.environment());
    environment.put("SPOTIFY_CLIENT_ID", "test-client");
    environment.put("SPOTIFY_CLIENT_SECRET", "test-secret");
    environment.put("LASTFM_API_KEY", "test-key");
    environment.put("CONTACT", "tests@example.org");
    LocalStack stack =
        LocalStack.start(
            LocalStackOptions.of(TEMPLATE)
                .withParameters(Map.of("QuotaScale", String.valueOf(scale)))
                .withEnvironment(environment));
    return new RunningService(simulator, stack);
  }

  Simulator simulator() {
    return simulator;
  }

  LocalStack stack() {
    return stack;
  }

  /** An HTTP answer, its body as JSON. */
  record Reply(int status, HttpResponse<String> response) {

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(response.body(), e);
      }
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  Reply get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  Reply post(String path, String body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stack.url() + path))
            .timeout(Duration.ofSeconds(40))
            .header("x-api-key", "local");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request;
  }

  private Reply send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return new Reply(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    stack.close();
    simulator.close();
  }
}
