package io.linernotes.enrichment.deezer;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.Outcome;
import io.linernotes.enrichment.Outcome.Missing;
import io.linernotes.enrichment.Outcome.Throttled;
import io.linernotes.enrichment.Outcome.Unavailable;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.track.Isrc;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deezer's error replies, most of which come with HTTP 200. */
class DeezerSignalsTest {

  private static final Isrc ISRC = new Isrc("GBAYE0601690");
  private static final String HTML = "<html><body>Sorry</body></html>";

  private final ScriptedHttp http = new ScriptedHttp();
  private final DeezerClient deezer = new DeezerClient(http, URI.create("https://deezer.test"));

  @Test
  void aFullQuotaIsThrottlingWhateverTheStatus() {
    assertThat(asked(200, Bodies.QUOTA)).isEqualTo(new Throttled<>(null));
    assertThat(asked(403, Bodies.QUOTA)).isEqualTo(new Throttled<>(null));
    assertThat(asked(503, Bodies.QUOTA)).isEqualTo(new Throttled<>(null));
    assertThat(searched(Bodies.QUOTA)).isEqualTo(new Throttled<>(null));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 403})
  void tooManyRequestsIsThrottling(int status) {
    assertThat(asked(status, HTML)).isEqualTo(new Throttled<>(null));
    assertThat(asked(status, "", Map.of("Retry-After", "7")))
        .isEqualTo(new Throttled<>(Duration.ofSeconds(7)));
    assertThat(asked(status, "{\"error\":\"slow down\"}", Map.of("Retry-After", "0")))
        .isEqualTo(new Throttled<>(null));
  }

  @Test
  void noDataIsAMiss() {
    assertThat(asked(200, Bodies.NO_DATA)).isEqualTo(new Missing<>());
    assertThat(asked(404, Bodies.NO_DATA)).isEqualTo(new Missing<>());
    assertThat(searched(Bodies.NO_HITS)).isEqualTo(new Missing<>());
    assertThat(searched("{\"data\":[]}")).isEqualTo(new Missing<>());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 501, 600})
  void anIsrcThatDeezerRefusesIsAMissOfThatIsrcAlone(int code) {
    assertThat(asked(200, Bodies.error(code))).isEqualTo(new Missing<>());

    http.replying(200, Bodies.error(code)).replying(200, Bodies.error(code));
    assertThat(deezer.searchByIsrc(ISRC)).isEqualTo(new Missing<>());
    assertThat(deezer.search("Artist", "Title")).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 200, 300, 700, 901, 12345})
  void otherErrorsAreNoMiss(int code) {
    assertThat(asked(200, Bodies.error(code))).isInstanceOf(Unavailable.class);
    assertThat(searched(Bodies.error(code))).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"error\":{\"type\":\"Exception\",\"message\":\"An error has occured\"}}",
        "200 | {\"error\":{\"code\":\"\"}}",
        "200 | {\"error\":\"Service unavailable\"}",
        "200 | {\"id\":5,\"title\":\"T\",\"isrc\":\"GBAYE0601690\",\"error\":{}}",
        "200 | {\"id\":0,\"title\":\"T\",\"isrc\":\"GBAYE0601690\"}",
        "200 | {\"id\":-5,\"title\":\"T\",\"isrc\":\"GBAYE0601690\"}",
        "200 | {\"id\":5,\"title\":\"T\",\"isrc\":\"GBAYE0601690\",\"type\":\"album\"}",
        "200 | {\"title\":\"T\",\"isrc\":\"GBAYE0601690\"}",
        "200 | <html><body>Sorry</body></html>",
        "200 | {\"id\":5,\"title\":\"T",
        "200 | ''",
        "200 | []",
        "200 | null",
        "500 | {\"error\":\"Internal\"}",
        "502 | <html><body>Bad gateway</body></html>",
        "503 | ''",
        "503 | {\"id\":5,\"title\":\"T\",\"isrc\":\"GBAYE0601690\"}",
        "302 | ''",
        "418 | {}",
      })
  void nonsenseAndOutagesAreNoMiss(int status, String body) {
    assertThat(asked(status, body)).isInstanceOf(Unavailable.class);
  }

  @Test
  void anUnknownPathIsAFaultOfOursAndSaysSo() {
    Outcome<DeezerTrack> outcome = asked(404, "{\"error\":\"Not Found\"}");

    assertThat(((Unavailable<DeezerTrack>) outcome).cause()).contains("base URL");
  }

  @Test
  void anOutageMaySayHowLong() {
    assertThat(asked(503, "", Map.of("Retry-After", "30")))
        .isEqualTo(new Unavailable<>("Deezer answered HTTP 503", Duration.ofSeconds(30)));
  }

  @Test
  void whatBroughtNoReplyPassesThrough() {
    http.replying(new Unavailable<>("timed out", null))
        .replying(new Outcome.Postponed<>(Duration.ofSeconds(9)));

    assertThat(deezer.track(5)).isEqualTo(new Unavailable<>("timed out", null));
    assertThat(deezer.track(5)).isEqualTo(new Outcome.Postponed<>(Duration.ofSeconds(9)));
  }

  private Outcome<DeezerTrack> asked(int status, String body) {
    return asked(status, body, Map.of());
  }

  private Outcome<DeezerTrack> asked(int status, String body, Map<String, String> headers) {
    http.replying(status, body, headers);
    return deezer.trackByIsrc(ISRC).map(FoundTrack::track);
  }

  private Outcome<?> searched(String body) {
    http.replying(200, body);
    return deezer.search("Artist", "Title");
  }
}
