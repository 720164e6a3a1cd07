package io.linernotes.enrichment.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.ScriptedHttp;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastfmSignalsTest {

  private static final String KEY = "0123456789abcdef";

  @ParameterizedTest
  @CsvSource({"200, 6", "404, 6", "400, 6", "200, 7"})
  void takesNotFoundForAMissWhateverTheStatus(int status, int code) {
    assertThat(track(status, Bodies.error(code, "Track not found")))
        .isEqualTo(new Outcome.Missing<>());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4294967302", "-4294967290", "99999999999999999999", "6.5", "true", "{}"})
  void takesNoOtherNumberForNotFound(String code) {
    assertThat(track(200, "{\"message\":\"?\",\"error\":" + code + "}"))
        .isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void readsACodeThatIsText() {
    assertThat(track(200, "{\"error\":\"6\",\"message\":\"Invalid parameters\"}"))
        .isEqualTo(new Outcome.Missing<>());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 429, 403})
  void seesThrottlingWhateverTheStatus(int status) {
    assertThat(track(status, Bodies.error(29, "Rate Limit Exceeded")))
        .isEqualTo(new Outcome.Throttled<>(null));
  }

  @Test
  void honoursARetryAfter() {
    Map<String, String> seven = Map.of("retry-after", "7");

    assertThat(track(429, Bodies.error(29, "Rate Limit Exceeded"), seven))
        .isEqualTo(new Outcome.Throttled<>(Duration.ofSeconds(7)));
    assertThat(track(429, "<html>slow down</html>", seven))
        .isEqualTo(new Outcome.Throttled<>(Duration.ofSeconds(7)));
    assertThat(track(503, "busy", seven))
        .isEqualTo(new Outcome.Unavailable<>("track.getInfo: HTTP 503", Duration.ofSeconds(7)));
  }

  @Test
  void stopsForHoursWhenTheKeyIsSuspended() {
    assertThat(track(403, Bodies.error(26, "API Key Suspended")))
        .isEqualTo(new Outcome.Throttled<>(Duration.ofHours(6)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 11, 16})
  void callsAnOutageUnavailable(int code) {
    assertThat(track(200, Bodies.error(code, "Operation failed")))
        .isEqualTo(new Outcome.Unavailable<>("track.getInfo: Last.fm error " + code, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 9, 10, 13, 14, 17})
  void namesTheRemedyForARefusedKeyAndSparesIt(int code) {
    assertThat(track(403, Bodies.error(code, "Invalid API key " + KEY)))
        .isInstanceOfSatisfying(
            Outcome.Unavailable.class,
            refused -> {
              assertThat(refused.cause()).contains("LASTFM_API_KEY").doesNotContain(KEY);
              assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(10));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 99, 0, -1})
  void takesNoOtherCodeForAMiss(int code) {
    assertThat(track(200, Bodies.error(code, "?"))).isInstanceOf(Outcome.Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|<html><body>Down for maintenance</body></html>",
        "200|''",
        "200|{\"track\":{\"name\":\"Hyperb",
        "200|not json",
        "500|{}",
        "502|<html>Bad Gateway</html>",
        "503|''",
        "404|<html>Not Found</html>",
        "403|{}",
        "302|''",
      })
  void callsNonsenseUnavailable(int status, String body) {
    assertThat(track(status, body)).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void passesOnThatNoCallWasMade() {
    Outcome<LastfmTrack> outcome =
        client(new ScriptedHttp().replying(new Outcome.Postponed<>(Duration.ofSeconds(3))))
            .track("Björk", "Hyperballad");

    assertThat(outcome).isEqualTo(new Outcome.Postponed<>(Duration.ofSeconds(3)));
  }

  private static Outcome<LastfmTrack> track(int status, String body) {
    return track(status, body, Map.of());
  }

  private static Outcome<LastfmTrack> track(int status, String body, Map<String, String> headers) {
    return client(new ScriptedHttp().replying(status, body, headers)).track("Björk", "Hyperballad");
  }

  private static LastfmClient client(ScriptedHttp http) {
    return new LastfmClient(http, URI.create("https://lastfm.example/2.0"), () -> KEY);
  }
}
