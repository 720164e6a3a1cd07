package io.linernotes.service;

import static io.linernotes.service.RunningService.analysis;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.service.LogLines.Line;
import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.simulator.SpotifyMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log lines of one request, from the API to the last worker that works on it. */
class LogsTest {

  private static LogLines logs;
  private static RunningService service;

  @BeforeAll
  static void start() {
    logs = LogLines.listening();
    service = RunningService.unhurried(SimulatorOptions.defaults());
  }

  @AfterAll
  static void stop() {
    service.close();
    logs.close();
  }

  @BeforeEach
  void forget() {
    service.forget();
  }

  @Test
  void oneRequestIsFoundInTheLinesOfAllWorkersThatItLedTo() {
    // Spotify withholds audio features in this mode, so that ReccoBeats is called too.
    var options = SimulatorOptions.defaults().withSpotifyMode(SpotifyMode.DEVELOPMENT);
    try (var restricted = RunningService.unhurried(options)) {
      String body =
          """
          {"tracks":[{"spotify_id":"%s"},
                     {"title":"One More Time","artists":["Daft Punk"],"duration_ms":320357}]}
          """
              .formatted(restricted.songs(0, 1)[0].spotifyId());

      Reply reply = restricted.post("/v1/tracks/enrichment", body);
      restricted.awaitQuiet();

      String request = reply.header("x-correlation-id");
      assertThat(request).matches("[0-9a-f-]{36}");
      assertThat(providersThatWorkedFor(request))
          .containsExactlyInAnyOrder("spotify", "deezer", "musicbrainz", "lastfm", "reccobeats");
    }
  }

  @Test
  void aPlaylistsTracksAreToldUnderTheRequestThatAskedForThePlaylist() {
    Reply first = service.get(analysis(Simulator.DEMO_PLAYLIST));
    service.awaitQuiet();

    assertThat(providersThatWorkedFor(first.header("x-correlation-id")))
        .containsExactlyInAnyOrder("spotify", "deezer", "musicbrainz", "lastfm");
  }

  @Test
  void theCallersOwnIdIsNeverTaken() {
    Reply reply =
        service.get("/v1/status", "x-correlation-id", "mine", "x-request-id", "mine-as-well");

    assertThat(reply.header("x-correlation-id")).matches("[0-9a-f-]{36}");
    assertThat(texts()).noneMatch(text -> text.contains("mine"));
  }

  @Test
  void aRequestHasOneLine() {
    service.getWhenQuiet(analysis(Simulator.DEMO_PLAYLIST));
    int before = logs.all().size();

    service.get(analysis(Simulator.DEMO_PLAYLIST) + "?limit=7");

    List<Line> lines = logs.all().subList(before, logs.all().size());
    assertThat(lines).singleElement().matches(line -> line.is("request"));
    Line line = lines.getFirst();
    assertThat(line.field("route")).isEqualTo("/v1/playlists/{playlist_id}/analysis");
    assertThat(line.field("method")).isEqualTo("GET");
    assertThat(line.field("status")).isEqualTo("200");
    assertThat(line.field("tracks")).isEqualTo("7");
    assertThat(Integer.parseInt(line.field("hits"))).isGreaterThan(100);
    assertThat(line.field("pending")).isEqualTo("0");
    assertThat(line.field("tasks_sent")).isEqualTo("0");
    assertThat(Integer.parseInt(line.field("latency_ms"))).isNotNegative();
  }

  @Test
  void nothingTellsWhatWasAskedFor() {
    int before = logs.all().size();
    service.get("/v1/search?q=hushed-query");
    service.get("/v1/artists/Hushed%20Name");
    service.get(analysis(Simulator.DEMO_PLAYLIST), "x-session", "hushed-session");
    service.getWhenQuiet(analysis(Simulator.DEMO_PLAYLIST));

    assertThat(texts().skip(before).count()).isGreaterThan(5);
    assertThat(texts().skip(before))
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContainIgnoringCase("hushed")
                    .doesNotContain("Daft Punk", "One More Time", "Liner Notes", "user:", "mb:isrc")
                    .doesNotContain(Simulator.DEMO_PLAYLIST)
                    .doesNotContain("test-secret", "test-key"));
  }

  private static Stream<String> texts() {
    return logs.all().stream().map(Line::text);
  }

  private static Set<String> providersThatWorkedFor(String request) {
    return logs.all().stream()
        .filter(line -> line.is("batch") && line.field("correlation_ids").contains(request))
        .map(line -> line.field("provider"))
        .collect(Collectors.toSet());
  }
}
