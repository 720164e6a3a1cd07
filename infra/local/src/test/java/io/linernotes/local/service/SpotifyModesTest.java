package io.linernotes.local.service;

import static io.linernotes.local.service.RunningService.analysis;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.linernotes.local.service.RunningService.Reply;
import io.linernotes.simulator.PlaylistShape;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.simulator.SpotifyMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Spotify lets an application do, and how it names a playlist's contents. */
class SpotifyModesTest {

  @ParameterizedTest
  @EnumSource(names = "BOTH", mode = EnumSource.Mode.EXCLUDE)
  void readsPlaylistsOfEitherShape(PlaylistShape shape) {
    var options = SimulatorOptions.defaults().withPlaylistShape(shape);
    try (var service = RunningService.unhurried(options)) {
      JsonNode answer =
          service.getWhenQuiet(analysis(service.playlistOf(service.songs(0, 120)))).json();

      assertThat(answer.path("status").asText()).isEqualTo("complete");
      assertThat(answer.at("/playlist/total_tracks").asInt()).isEqualTo(120);
      assertThat(answer.path("tracks")).hasSize(100);
      assertThat(Answers.section(answer, "deezer").path("hit").asInt()).isEqualTo(120);

      JsonNode demo = service.getWhenQuiet(analysis(Simulator.DEMO_PLAYLIST)).json();
      assertThat(demo.path("status").asText()).isEqualTo("complete");
      assertThat(Answers.ofTracks(demo, "/type")).contains("local", "episode", "unavailable");
    }
  }

  @Test
  void doesWhatDevelopmentModeAllows() {
    var options = SimulatorOptions.defaults().withSpotifyMode(SpotifyMode.DEVELOPMENT);
    try (var service = RunningService.unhurried(options)) {
      refusesPlaylistsWhoseContentsSpotifyKeepsBack(service);
      service.forget();
      asksSpotifyForAudioFeaturesOnce(service);
    }
  }

  @Test
  void tellsAudioFeaturesInEveryModeAlikeAndFromWhom() {
    Map<String, JsonNode> answers = new HashMap<>();
    for (SpotifyMode mode : SpotifyMode.values()) {
      try (var service =
          RunningService.unhurried(SimulatorOptions.defaults().withSpotifyMode(mode))) {
        Reply reply = service.postWhenQuiet("/v1/tracks/enrichment", enrichment(service, 0));
        assertComplete(reply);
        answers.put(mode.name(), reply.json());
      }
    }
    JsonNode extended = answers.getOrDefault("EXTENDED", MissingNode.getInstance());
    JsonNode development = answers.getOrDefault("DEVELOPMENT", MissingNode.getInstance());

    assertThat(Answers.ofTracks(extended, "/audio_features/data/source"))
        .contains("spotify")
        .doesNotContain("reccobeats");
    assertThat(Answers.ofTracks(development, "/audio_features/data/source"))
        .contains("reccobeats")
        .doesNotContain("spotify");
    for (JsonNode answer : List.of(extended, development)) {
      JsonNode coverage = Answers.section(answer, "audio_features");
      assertThat(coverage.path("hit").asInt()).isPositive();
      assertThat(coverage.path("hit").asInt() + coverage.path("miss").asInt()).isEqualTo(10);
    }
    assertThat(shape(development)).isEqualTo(shape(extended));
  }

  /** The names of all fields, wherever they stand. */
  private static Set<String> shape(JsonNode answer) {
    Set<String> names = new TreeSet<>();
    answer
        .path("tracks")
        .forEach(
            track ->
                track
                    .path("audio_features")
                    .path("data")
                    .fieldNames()
                    .forEachRemaining(name -> names.add("data." + name)));
    answer.path("tracks").forEach(track -> track.fieldNames().forEachRemaining(names::add));
    answer.path("aggregates").fieldNames().forEachRemaining(names::add);
    answer.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void refusesPlaylistsWhoseContentsSpotifyKeepsBack(RunningService service) {
    String foreign = analysis(Simulator.generatedPlaylist(10));

    Reply refused = service.getWhenQuiet(foreign);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.json().path("field").asText()).isEqualTo("playlist_id");
    assertThat(refused.json().path("detail").asText()).contains("owner");
    int calls = service.simulator().report().calls();
    assertThat(service.get(foreign).status()).isEqualTo(403);
    service.awaitQuiet();
    assertThat(service.simulator().report().calls()).isEqualTo(calls);
  }

  private static void asksSpotifyForAudioFeaturesOnce(RunningService service) {
    String first = enrichment(service, 0);
    assertComplete(service.postWhenQuiet("/v1/tracks/enrichment", first));
    assertComplete(service.postWhenQuiet("/v1/tracks/enrichment", enrichment(service, 10)));

    int asked =
        service.simulator().report().of(Provider.SPOTIFY).callsByEndpoint().entrySet().stream()
            .filter(endpoint -> endpoint.getKey().startsWith("GET /audio-features"))
            .mapToInt(endpoint -> endpoint.getValue())
            .sum();
    assertThat(asked).isOne();
  }

  private static void assertComplete(Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("status").asText()).isEqualTo("complete");
    assertThat(Answers.ofTracks(reply.json(), "/deezer/status")).containsOnly("hit");
    assertThat(Answers.ofTracks(reply.json(), "/audio_features/status"))
        .isSubsetOf("hit", "miss", "unsupported");
  }

  private static String enrichment(RunningService service, int first) {
    return Arrays.stream(service.songs(first, 10))
        .map(song -> "{\"spotify_id\":\"" + song.spotifyId() + "\"}")
        .collect(Collectors.joining(",", "{\"tracks\":[", "]}"));
  }
}
