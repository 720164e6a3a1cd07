package io.linernotes.service;

import static io.linernotes.service.RunningService.analysis;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.Failure;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorReport;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class PlaylistAnalysisTest {

  private final RunningService service;
  private final Simulator simulator;

  PlaylistAnalysisTest(RunningService service) {
    this.service = service;
    this.simulator = service.simulator();
  }

  @Test
  void answersBeforeAnyProviderDoes() {
    String path = analysis(service.playlistOf(service.songs(0, 3)));
    simulator.fail(Provider.SPOTIFY, Failure.slow(Duration.ofSeconds(2)));

    Reply first = service.get(path);

    assertThat(first.status()).isEqualTo(202);
    assertThat(first.json().path("status").asText()).isEqualTo("pending");
    assertThat(first.json().at("/progress/percent").asInt()).isZero();
    assertThat(first.json().at("/progress/eta_seconds").isNull()).as("nothing is known").isTrue();
    assertThat(first.header("Retry-After")).matches("[1-9][0-9]*");
    assertThat(first.header("Content-Type")).isEqualTo("application/json");
    assertThat(service.getWhenQuiet(path).status()).isEqualTo(200);
  }

  @Test
  void answersWithWhatIsThereWhileTheRestIsOnItsWay() {
    String path = analysis(service.playlistOf(service.songs(0, 3)));

    Reply held = service.get(path + "?include=deezer", "Prefer", "wait=20");
    Reply partial = service.get(path);

    assertThat(held.status()).isEqualTo(200);
    assertThat(partial.status()).isEqualTo(202);
    assertThat(partial.json().path("status").asText()).isEqualTo("partial");
    assertThat(Answers.section(partial.json(), "deezer").path("hit").asInt()).isEqualTo(3);
    assertThat(partial.json().at("/aggregates/bpm/sample_size").asInt()).isEqualTo(3);
    assertThat(partial.json().at("/aggregates/rank/min").isIntegralNumber()).isTrue();
    assertThat(partial.json().at("/aggregates/rank/max").isIntegralNumber()).isTrue();
    assertThat(partial.json().at("/progress/eta_seconds").isIntegralNumber()).isTrue();
    assertThat(partial.json().at("/tracks/0/lastfm/status").asText()).isEqualTo("pending");
    assertThat(partial.header("Retry-After")).matches("[1-9][0-9]*");
  }

  @Test
  void asksNobodyWhenWarm() {
    String path = analysis(Simulator.generatedPlaylist(30));
    JsonNode cold = service.getWhenQuiet(path).json();
    simulator.reset();

    Reply warm = service.get(path);
    service.awaitQuiet();

    assertThat(warm.status()).isEqualTo(200);
    assertThat(warm.json()).isEqualTo(cold);
    assertThat(simulator.report().calls()).isZero();
  }

  @Test
  void asksOnceForFiftyRequestsAtATime() throws Exception {
    String path = analysis(service.playlistOf(service.songs(0, 10)));

    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reply>> requests =
          IntStream.range(0, 50).<Callable<Reply>>mapToObj(_ -> () -> service.get(path)).toList();
      for (var reply : clients.invokeAll(requests)) {
        assertThat(reply.get().status()).isIn(200, 202);
      }
    }

    assertThat(service.getWhenQuiet(path).json().path("status").asText()).isEqualTo("complete");
    SimulatorReport report = simulator.report();
    assertThat(report.of(Provider.SPOTIFY).calls("GET /playlists/{id}")).isOne();
    assertThat(report.calls(Provider.DEEZER)).isEqualTo(10);
    assertThat(report.of(Provider.LASTFM).callsByEndpoint())
        .containsEntry("track.getInfo", 10)
        .containsEntry("track.getSimilar", 10)
        .containsEntry("artist.getInfo", 2);
    assertThat(report.calls(Provider.MUSICBRAINZ)).isZero();
  }

  @Test
  void asksForTheNewTracksOnlyWhenAPlaylistGrew() {
    String playlist = service.playlistOf(service.songs(0, 20));
    service.getWhenQuiet(analysis(playlist));
    simulator.addTracks(playlist, service.songs(20, 10));
    service.stores().expire("spotify:playlist:");
    service.stores().expire("spotify:playlist_tracks:");
    simulator.reset();

    JsonNode grown = service.getWhenQuiet(analysis(playlist)).json();

    assertThat(grown.path("status").asText()).isEqualTo("complete");
    assertThat(grown.path("tracks")).hasSize(30);
    SimulatorReport report = simulator.report();
    assertThat(report.calls(Provider.DEEZER)).isEqualTo(10);
    assertThat(report.of(Provider.LASTFM).callsByEndpoint())
        .containsEntry("track.getInfo", 10)
        .containsEntry("track.getSimilar", 10)
        .containsEntry("artist.getInfo", 2);
    assertThat(report.of(Provider.SPOTIFY).calls("GET /playlists/{id}")).isOne();
  }

  @Test
  void showsEveryPositionOfALargePlaylistOnce() {
    String path = analysis(Simulator.generatedPlaylist(1_000));

    JsonNode whole = service.getWhenQuiet(path).json();

    assertThat(whole.path("status").asText()).isEqualTo("complete");
    Set<Integer> positions = new HashSet<>();
    for (int offset = 0; offset < 1_000; offset += 100) {
      Reply page = service.get(path + "?limit=100&offset=" + offset);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.json().path("tracks")).hasSize(100);
      assertThat(page.json().path("aggregates")).isEqualTo(whole.path("aggregates"));
      assertThat(page.json().path("progress")).isEqualTo(whole.path("progress"));
      page.json().path("tracks").forEach(track -> positions.add(track.path("position").asInt()));
    }
    assertThat(positions).hasSize(1_000).contains(0, 999);
    assertThat(whole.at("/progress/total").asInt()).isEqualTo(3 * 1_000 + 200);
    assertThat(simulator.report().calls(Provider.LASTFM)).isEqualTo(2 * 1_000 + 200);
  }

  @Test
  void showsNothingBeyondTheEnd() {
    Reply beyond =
        service.getWhenQuiet(analysis(service.playlistOf(service.songs(0, 3))) + "?offset=3");

    assertThat(beyond.status()).isEqualTo(200);
    assertThat(beyond.json().path("tracks")).isEmpty();
    assertThat(beyond.json().at("/aggregates/bpm/sample_size").asInt()).isEqualTo(3);
  }

  @Test
  void completesAnEmptyPlaylist() {
    Reply empty = service.getWhenQuiet(analysis(service.playlistOf()));

    assertThat(empty.status()).isEqualTo(200);
    assertThat(empty.json().path("status").asText()).isEqualTo("complete");
    assertThat(empty.json().at("/progress/percent").asInt()).isEqualTo(100);
    assertThat(empty.json().path("tracks")).isEmpty();
  }

  @Test
  void holdsTheAnswerBackForWhoeverPrefersToWait() {
    String path = analysis(service.playlistOf(service.songs(0, 5)));

    Reply held = service.get(path, "Prefer", "wait=25");

    assertThat(held.status()).isEqualTo(200);
    assertThat(held.json().path("status").asText()).isEqualTo("complete");
    assertThat(held.header("Preference-Applied")).isEqualTo("wait=25");
  }

  @Test
  void ignoresAPreferenceItDoesNotUnderstand() {
    Reply reply =
        service.get(analysis(service.playlistOf(service.songs(0, 3))), "Prefer", "wait=abc");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.json().path("status").asText()).isEqualTo("pending");
    assertThat(reply.header("Preference-Applied")).isEmpty();
  }

  @Test
  void includesWhatWasAskedForAlone() {
    String path = analysis(service.playlistOf(service.songs(0, 4)));

    JsonNode deezer = service.getWhenQuiet(path + "?include=deezer").json();

    assertThat(deezer.at("/progress/total").asInt()).isEqualTo(4);
    assertThat(deezer.at("/tracks/0").has("lastfm")).isFalse();
    assertThat(simulator.report().calls(Provider.LASTFM)).isZero();
    assertThat(simulator.report().of(Provider.SPOTIFY).calls("GET /audio-features")).isZero();
  }
}
