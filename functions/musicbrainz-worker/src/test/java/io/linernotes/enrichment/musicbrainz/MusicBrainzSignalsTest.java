package io.linernotes.enrichment.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Outcome;
import io.linernotes.enrichment.Outcome.Found;
import io.linernotes.enrichment.Outcome.Missing;
import io.linernotes.enrichment.Outcome.Throttled;
import io.linernotes.enrichment.Outcome.Unavailable;
import io.linernotes.http.ScriptedHttp;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MusicBrainz's error replies; its 503 has two meanings. */
class MusicBrainzSignalsTest {

  private static final String HTML = "<html><body>Sorry</body></html>";

  private final ScriptedHttp http = new ScriptedHttp();

  @Test
  void tooFastIsThrottling() {
    assertThat(asked(503, Bodies.TOO_FAST)).isEqualTo(new Throttled<>(null));
    assertThat(asked(503, Bodies.TOO_FAST, Map.of("retry-after", "4")))
        .isEqualTo(new Throttled<>(Duration.ofSeconds(4)));
    assertThat(asked(503, Bodies.TOO_FAST, Map.of("Retry-After", "0")))
        .isEqualTo(new Throttled<>(null));
    assertThat(asked(200, Bodies.TOO_FAST)).isEqualTo(new Throttled<>(null));
    assertThat(asked(429, HTML, Map.of("Retry-After", "60")))
        .isEqualTo(new Throttled<>(Duration.ofMinutes(1)));
  }

  @Test
  void aBusySiteIsAnOutageOfMinutesWhateverItSaysItself() {
    Outcome<?> busy = new Unavailable<>("MusicBrainz is busy", Duration.ofMinutes(2));

    assertThat(asked(503, Bodies.BUSY)).isEqualTo(busy);
    assertThat(asked(503, Bodies.BUSY, Map.of("Retry-After", "0"))).isEqualTo(busy);
    assertThat(asked(503, HTML, Map.of("X-RateLimit-Who", "search-shed"))).isEqualTo(busy);
    assertThat(asked(503, Bodies.BUSY, Map.of("Retry-After", "600")))
        .isEqualTo(new Unavailable<>("MusicBrainz is busy", Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 414})
  void aQueryThatCannotBeReadIsRefused(int status) {
    assertThat(asked(status, Bodies.error("Bad query")))
        .isEqualTo(new Found<>(new RecordingPage.Refused()));
    assertThat(asked(status, HTML)).isEqualTo(new Found<>(new RecordingPage.Refused()));
  }

  @Test
  void notFoundIsAMissIfMusicBrainzSaysSo() {
    assertThat(asked(404, Bodies.error("Not Found"))).isEqualTo(new Missing<>());
    assertThat(asked(404, HTML)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aBlockedAgentIsNotHelpedByAskingSoon() {
    Outcome<RecordingPage> outcome = asked(403, Bodies.error("Forbidden"));

    assertThat(((Unavailable<RecordingPage>) outcome).retryAfter()).hasHours(1);
    assertThat(((Unavailable<RecordingPage>) outcome).cause()).contains("CONTACT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | <metadata xmlns=\"http://musicbrainz.org/ns/mmd-2.0#\"/>",
        "200 | <html><body>Sorry</body></html>",
        "200 | {\"count\":3,\"offset\":0,\"recordings\":[{\"id\":\"",
        "200 | {\"count\":3,\"offset\":0,\"recordings\":[]}",
        "200 | {\"count\":0,\"offset\":0}",
        "200 | {\"isrc\":\"GBAAA9900303\",\"recordings\":[]}",
        "200 | {\"count\":0,\"recordings\":[],\"error\":\"search failed\"}",
        "200 | ''",
        "200 | []",
        "500 | {\"error\":\"Internal\"}",
        "502 | <html><body>Bad gateway</body></html>",
        "503 | {\"error\":\"Something else\"}",
        "503 | ''",
        "406 | {\"error\":\"Invalid format\"}",
        "302 | ''",
      })
  void nonsenseAndOutagesAreNoMiss(int status, String body) {
    assertThat(asked(status, body)).isInstanceOf(Unavailable.class);
  }

  @Test
  void whatBroughtNoReplyPassesThrough() {
    http.replying(new Outcome.Postponed<>(Duration.ofSeconds(9)));

    assertThat(search()).isEqualTo(new Outcome.Postponed<>(Duration.ofSeconds(9)));
  }

  private Outcome<RecordingPage> asked(int status, String body) {
    return asked(status, body, Map.of());
  }

  private Outcome<RecordingPage> asked(int status, String body, Map<String, String> headers) {
    http.replying(status, body, headers);
    return search();
  }

  private Outcome<RecordingPage> search() {
    return new MusicBrainzClient(http, URI.create("https://mb.test/ws/2"))
        .search(new RecordingQuery("recording:\"T\""));
  }
}
