package io.linernotes.playlist.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpReply;
import io.linernotes.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpotifySignalsTest {

  private static final Map<String, String> NINE = Map.of("retry-after", "9");

  @Test
  void seesTheRollingLimit() {
    assertThat(read(429, Bodies.error(429, "API rate limit exceeded"), NINE))
        .isEqualTo(new Outcome.Throttled<>(Duration.ofSeconds(9)));
    assertThat(read(429, Bodies.error(429, "API rate limit exceeded")))
        .isEqualTo(new Outcome.Throttled<>(null));
    assertThat(read(429, "<html>slow down</html>")).isEqualTo(new Outcome.Throttled<>(null));
  }

  @Test
  void seesTheDailyQuota() {
    assertThat(read(429, Bodies.quotaExceeded(), Map.of("Retry-After", "48925")))
        .isEqualTo(new Outcome.Throttled<>(Duration.ofSeconds(48_925)));
    assertThat(read(429, Bodies.quotaExceeded()))
        .isEqualTo(new Outcome.Throttled<>(Duration.ofHours(6)));
  }

  @Test
  void seesThatAKindOfCallIsRefused() {
    assertThat(read(403, Bodies.error(403, "Forbidden"))).isEqualTo(new Outcome.Unsupported<>("x"));
    assertThat(read(403, Bodies.bareError(403))).isEqualTo(new Outcome.Unsupported<>("x"));
    assertThat(read(410, Bodies.error(410, "Gone"))).isEqualTo(new Outcome.Unsupported<>("x"));
  }

  /** A gateway's own 404 page must not make a playlist missing for everybody. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403|<html>no</html>",
        "403|{\"message\":\"Forbidden\"}",
        "404|''",
        "404|<html>Not Found</html>",
        "404|{\"error\":\"Not Found\"}",
        "404|{\"error\":{\"status\":502,\"message\":\"Bad gateway\"}}",
        "404|{\"error\":{\"status\":404,\"message\":\"Service not found\"}}",
        "410|''",
        "400|{\"message\":\"Invalid id\"}",
      })
  void takesNoRefusalWithoutSpotifysOwnErrorObject(int status, String body) {
    assertThat(read(status, body)).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void takesALapsedSubscriptionForAnOutage() {
    assertThat(
            read(
                403,
                Bodies.error(403, "Active premium subscription required for the owner of the app")))
        .isInstanceOfSatisfying(
            Outcome.Unavailable.class,
            lapsed -> {
              assertThat(lapsed.cause()).contains("Premium");
              assertThat(lapsed.retryAfter()).isEqualTo(Duration.ofHours(1));
            });
  }

  @Test
  void takesNotFoundForAMiss() {
    assertThat(read(404, Bodies.error(404, "Resource not found")))
        .isEqualTo(new Outcome.Missing<>());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invalid base62 id", "Invalid playlist Id", "invalid id"})
  void takesAnIdThatCannotBeOneForAMiss(String message) {
    assertThat(read(400, Bodies.error(400, message))).isEqualTo(new Outcome.Missing<>());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invalid limit", "Too many ids requested", "Invalid market code", "Bad"})
  void takesNoOtherBadRequestForAMiss(String message) {
    assertThat(read(400, Bodies.error(400, message)))
        .isEqualTo(new Outcome.Unavailable<>("x: HTTP 400", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|<html>Down for maintenance</html>",
        "200|{\"id\":\"37i9",
        "200|''",
        "204|''",
        "302|''",
        "500|{\"error\":{\"status\":500}}",
        "502|<html>Bad Gateway</html>",
        "503|''",
        "401|{\"error\":{\"status\":401,\"message\":\"Invalid access token\"}}",
      })
  void callsEverythingElseUnavailable(int status, String body) {
    assertThat(read(status, body)).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void honoursTheTimeThatAnOutageNames() {
    assertThat(read(503, "", NINE))
        .isEqualTo(new Outcome.Unavailable<>("x: HTTP 503", Duration.ofSeconds(9)));
  }

  private static Outcome<Json> read(int status, String body) {
    return read(status, body, Map.of());
  }

  private static Outcome<Json> read(int status, String body, Map<String, String> headers) {
    return SpotifySignals.read(
        "x", new HttpReply(status, headers, body.getBytes(StandardCharsets.UTF_8)));
  }
}
