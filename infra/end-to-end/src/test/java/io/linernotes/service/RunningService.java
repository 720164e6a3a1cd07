package io.linernotes.service;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linernotes.contract.ApiContract;
import io.linernotes.contract.Exchange;
import io.linernotes.local.stack.LocalStack;
import io.linernotes.local.stack.LocalStackOptions;
import io.linernotes.local.stack.lambda.Invocation;
import io.linernotes.local.stack.sqs.QueueDepth;
import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.simulator.Song;
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
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The stack of {@code template.yaml} over a simulator, with a client of its API. */
public final class RunningService implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ApiContract CONTRACT = ApiContract.ofTheApi();
  private static final Path TEMPLATE = Path.of("../../template.yaml").toAbsolutePath().normalize();

  /** A generous limit for busy machines. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

  private static final double UNHURRIED = 1_000;
  private static final Duration POLL = Duration.ofMillis(50);

  private final AtomicInteger playlists = new AtomicInteger();
  private final Simulator simulator;
  private final LocalStack stack;
  private final StackStores stores;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningService(Simulator simulator, LocalStack stack) {
    this.simulator = simulator;
    this.stack = stack;
    this.stores = new StackStores(stack);
  }

  /** Starts both with the same quotas, their windows divided by {@code scale}. */
  static RunningService start(double scale, SimulatorOptions options) {
    return start(scale, options, LocalStackOptions.of(TEMPLATE));
  }

  /** As {@link #unhurried}, with tables and queues in another DynamoDB and SQS. */
  static RunningService over(Endpoints stores) {
    return start(
        UNHURRIED,
        SimulatorOptions.defaults().withoutQuotas().withoutLatency(),
        LocalStackOptions.of(TEMPLATE).withEndpoints(stores));
  }

  private static RunningService start(
      double scale, SimulatorOptions options, LocalStackOptions stackOptions) {
    Simulator simulator = Simulator.start(options.withQuotaScale(scale));
    Map<String, String> environment = new HashMap<>(simulator.environment());
    environment.put("SPOTIFY_CLIENT_SECRET", "test-secret");
    environment.put("LASTFM_API_KEY", "test-key");
    LocalStackOptions wholly =
        stackOptions
            .withParameters(
                Map.of(
                    "QuotaScale", String.valueOf(scale),
                    "SpotifyClientId", "test-client",
                    "Contact", "tests@example.org"))
            .withEnvironment(environment);
    return new RunningService(simulator, LocalStack.start(wholly));
  }

  /** Starts both with quotas too large to matter, for tests of anything but quotas. */
  static RunningService unhurried(SimulatorOptions options) {
    return start(UNHURRIED, options.withoutQuotas().withoutLatency());
  }

  Simulator simulator() {
    return simulator;
  }

  /** The stack itself. */
  public LocalStack stack() {
    return stack;
  }

  /** Where the API answers. */
  URI url() {
    return stack.url();
  }

  public StackStores stores() {
    return stores;
  }

  /**
   * Waits until the queues are empty, then clears the cache, the simulator's counts and its
   * failures.
   */
  public void forget() {
    awaitQuiet();
    stores.emptyCache();
    simulator.reset();
  }

  /** A new playlist of these songs. */
  String playlistOf(Song... songs) {
    String id = "acceptance%012d".formatted(playlists.incrementAndGet());
    simulator.setPlaylist(id, List.of(songs));
    return id;
  }

  /** This many invented songs, from this number on, all with an ISRC at Spotify. */
  Song[] songs(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(number -> simulator.catalogue().invented(number).withoutQuirks())
        .toArray(Song[]::new);
  }

  static String analysis(String playlist) {
    return "/v1/playlists/" + playlist + "/analysis";
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
    return send(request(path, headers).POST(BodyPublishers.ofString(body)).build(), body);
  }

  Reply delete(String path, String... headers) {
    return send(request(path, headers).DELETE().build());
  }

  /** Invokes a function as its schedule does, and returns its answer. */
  String runSchedule(String function) {
    String input = stack.topology().function(function).schedules().getFirst().input();
    return ((Invocation.Answered) stack.invoke(function, input)).text();
  }

  /** Asks once, leaves the service alone until it has nothing to do, and asks again. */
  Reply getWhenQuiet(String path, String... headers) {
    var first = get(path, headers);
    awaitQuiet();
    return first.status() == 202 ? get(path, headers) : first;
  }

  /** Asks once, leaves the service alone until it has nothing to do, and asks again. */
  Reply postWhenQuiet(String path, String body) {
    var first = post(path, body);
    awaitQuiet();
    return first.status() == 202 ? post(path, body) : first;
  }

  /** Signs a user of the simulated Spotify in as a browser would, and returns the session. */
  String signedIn(String user) {
    Reply away = getWithoutKey("/v1/auth/spotify");
    URI spotify = URI.create(away.header("Location") + "&login_hint=" + user);
    String back =
        response(HttpRequest.newBuilder(spotify).build())
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String cookie = away.header("Set-Cookie").replaceAll(";.*", "");
    return getWithoutKey(back.substring(url().toString().length()), "Cookie", cookie)
        .json()
        .path("session")
        .asText();
  }

  /** A request without an API key, or with the one among the headers. */
  Reply getWithoutKey(String path, String... headers) {
    return send(
        withHeaders(HttpRequest.newBuilder(URI.create(stack.url() + path)), headers).build());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    return withHeaders(
        HttpRequest.newBuilder(URI.create(stack.url() + path)).header("x-api-key", "local"),
        headers);
  }

  private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request.timeout(LONGEST_WAIT);
  }

  private Reply send(HttpRequest request) {
    return send(request, "");
  }

  /** Sends a request, and checks the answer against the description of the API. */
  private Reply send(HttpRequest request, String body) {
    HttpResponse<String> response = response(request);
    CONTRACT.check(Exchange.of(request, body, response));
    return new Reply(response.statusCode(), response);
  }

  private HttpResponse<String> response(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until no task is queued, delayed or being worked on. */
  public void awaitQuiet() {
    // Twice, because a task may move from a queue not yet checked to one already checked.
    await()
        .atMost(LONGEST_WAIT)
        .pollInterval(POLL)
        .until(() -> IntStream.range(0, 2).allMatch(_ -> isQuiet()));
  }

  boolean isQuiet() {
    return messages(false) == 0;
  }

  /** How many tasks are in the dead-letter queues. */
  int deadLetters() {
    return messages(true);
  }

  private int messages(boolean dead) {
    return stack.queueDepths().entrySet().stream()
        .filter(queue -> queue.getKey().endsWith("DeadLetters") == dead)
        .map(Entry::getValue)
        .mapToInt(QueueDepth::total)
        .sum();
  }

  @Override
  public void close() {
    client.close();
    stores.close();
    stack.close();
    simulator.close();
  }
}
