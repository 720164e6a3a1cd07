package io.linernotes.local.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.linernotes.track.SpotifyId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client of the service's HTTP API. */
final class ApiClient implements AutoCloseable {
  static final ObjectMapper JSON = JsonMapper.builder().build();

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(35);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  private final String url;
  private final String key;
  private final @Nullable String session;

  /** A client without a session. */
  ApiClient(URI url, String key) {
    this(url, key, null);
  }

  /** A client that sends a user's session; null sends none. */
  ApiClient(URI url, String key, @Nullable String session) {
    this.url = url.toString().replaceAll("/+$", "");
    this.key = key;
    this.session = session;
  }

  /**
   * An answer in JSON.
   *
   * @param onItsWay whether part of the answer is still being fetched, so that polling again
   *     returns more
   */
  record Answer(JsonNode body, boolean onItsWay) {}

  /**
   * Requests the analysis of one page of a playlist.
   *
   * @param include the sections; empty for the service's default
   * @param wait how long the service may wait for the answer to be complete
   * @throws ApiException when the service cannot be reached or refuses the request
   */
  Answer analysis(SpotifyId playlist, List<String> include, int offset, int limit, Duration wait) {
    var query = new LinkedHashMap<String, String>();
    if (!include.isEmpty()) {
      query.put("include", String.join(",", include));
    }
    query.put("offset", String.valueOf(offset));
    query.put("limit", String.valueOf(limit));
    return get("/v1/playlists/" + playlist + "/analysis", query, wait);
  }

  /** Requests a playlist's tracks in an order that mixes well. */
  Answer order(SpotifyId playlist, JsonNode wanted, Duration wait) {
    return post("/v1/playlists/" + playlist + "/order", wanted, wait);
  }

  /**
   * An answer in any format, as text.
   *
   * @param onItsWay whether part of the answer is still being fetched, so that polling again
   *     returns more
   */
  record Text(String body, boolean onItsWay) {}

  /** Requests the enrichment of a file's tracks; {@code accepted} is the answer's media type. */
  Text enrich(String tracks, String contentType, String accepted, Duration wait) {
    var request =
        waiting(request("/v1/tracks/enrichment", Map.of()), wait)
            .setHeader("Accept", accepted)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(tracks));
    var response = send(request.build());
    if (response.statusCode() >= 300) {
      throw refused(response, json(response.body()));
    }
    return new Text(response.body(), response.statusCode() == 202);
  }

  /** Requests the service's status. */
  JsonNode status() {
    return get("/v1/status", Map.of(), Duration.ZERO).body();
  }

  /** Warms the cache for playlists; the answer says which tasks were sent. */
  JsonNode warmup(List<SpotifyId> playlists) {
    var body = JSON.createObjectNode();
    playlists.forEach(playlist -> body.withArray("/playlists").add(playlist.value()));
    return post("/v1/warmups", body, Duration.ZERO).body();
  }

  /** Invalidates cache entries; the answer lists them. */
  JsonNode invalidate(JsonNode what) {
    return post("/v1/cache/invalidations", what, Duration.ZERO).body();
  }

  /** Requests the signed-in user's Spotify profile. */
  Answer profile(Duration wait) {
    return get("/v1/me", Map.of(), wait);
  }

  /** Ends the session. */
  void signOut() {
    var response = send(request("/v1/session", Map.of()).DELETE().build());
    // 401: the session has already ended, which is the wanted result.
    if (response.statusCode() >= 300 && response.statusCode() != 401) {
      throw refused(response, json(response.body()));
    }
  }

  private Answer post(String path, JsonNode body, Duration wait) {
    return answer(
        waiting(request(path, Map.of()), wait)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private Answer get(String path, Map<String, String> query, Duration wait) {
    return answer(waiting(request(path, query), wait));
  }

  private static HttpRequest.Builder waiting(HttpRequest.Builder request, Duration wait) {
    return wait.isPositive() ? request.header("Prefer", "wait=" + wait.toSeconds()) : request;
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) {
    var request =
        HttpRequest.newBuilder(uri(path, query))
            .timeout(TIMEOUT)
            .header("x-api-key", key)
            .header("Accept", "application/json");
    return session == null ? request : request.header("x-session", session);
  }

  private Answer answer(HttpRequest.Builder request) {
    var response = send(request.build());
    var body = json(response.body());
    if (response.statusCode() >= 300 || body.isMissingNode()) {
      throw refused(response, body);
    }
    return new Answer(body, response.statusCode() == 202);
  }

  private URI uri(String path, Map<String, String> query) {
    var parameters =
        query.entrySet().stream()
            .map(each -> each.getKey() + "=" + encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return URI.create(url + path + (parameters.isEmpty() ? "" : "?" + parameters));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (HttpTimeoutException e) {
      throw new ApiException(url + " did not answer in time: try again.", null);
    } catch (IOException e) {
      throw new ApiException(
          "Nothing answers at %s: start the service with ./linernotes up, or give the --url of one that runs."
              .formatted(url),
          null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("Interrupted", e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private ApiException refused(HttpResponse<String> response, JsonNode problem) {
    int status = response.statusCode();
    var title = JsonFields.text(problem, "/title").map(text -> " " + text).orElse("");
    var detail =
        JsonFields.text(problem, "/detail")
            .or(() -> JsonFields.text(problem, "/message"))
            .orElse(url + " does not answer as linernotes does: check the --url.");
    var field =
        JsonFields.text(problem, "/field")
            .filter(name -> !detail.contains(name))
            .map(name -> " (" + name + ")")
            .orElse("");
    var remedy = status == 401 && session != null ? " Run ./linernotes login." : "";
    var retryAfter = status == 429 || status == 503 ? retryAfter(response) : null;
    return new ApiException(status + title + ": " + detail + field + remedy, retryAfter);
  }

  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(null);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
