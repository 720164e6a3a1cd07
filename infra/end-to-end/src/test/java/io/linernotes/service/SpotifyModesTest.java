package io.linernotes.service;

import static io.linernotes.service.RunningService.analysis;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.PlaylistAnalyzer;
import io.linernotes.analysis.PlaylistAnswer;
import io.linernotes.analysis.PlaylistRequest;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RequestContext;
import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.PlaylistShape;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.simulator.SpotifyMode;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spotify's quota modes, and the names that it gives a playlist's contents. */
class SpotifyModesTest {

  private static final String USER = "linernotes-dj";

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
    Map<SpotifyMode, JsonNode> enriched = new EnumMap<>(SpotifyMode.class);
    Map<SpotifyMode, JsonNode> analysed = new EnumMap<>(SpotifyMode.class);
    for (SpotifyMode mode : SpotifyMode.values()) {
      try (var service =
          RunningService.unhurried(SimulatorOptions.defaults().withSpotifyMode(mode))) {
        enriched.put(mode, complete(service, enrichment(service, 0)));
        service.forget();
        String session = service.signedIn(USER);
        analysed.put(mode, completeOfPlaylist(service, 0, session));
        assertThat(callsForAudioFeatures(service, Provider.SPOTIFY)).isOne();

        completeOfPlaylist(service, 10, session);
        boolean isTold = mode == SpotifyMode.EXTENDED;
        assertThat(callsForAudioFeatures(service, Provider.SPOTIFY))
            .as("asked for further tracks only if it answered for the first")
            .isEqualTo(isTold ? 2 : 1);
        assertThat(callsForAudioFeatures(service, Provider.RECCOBEATS) == 0).isEqualTo(isTold);
      }
    }
    assertAlikeButForTheirSource(enriched);
    assertAlikeButForTheirSource(analysed);
  }

  private static void assertAlikeButForTheirSource(Map<SpotifyMode, JsonNode> answers) {
    JsonNode extended = answers.getOrDefault(SpotifyMode.EXTENDED, MissingNode.getInstance());
    JsonNode development = answers.getOrDefault(SpotifyMode.DEVELOPMENT, MissingNode.getInstance());

    assertThat(Answers.ofTracks(extended, "/audio_features/data/source"))
        .contains("spotify")
        .doesNotContain("reccobeats");
    assertThat(Answers.ofTracks(development, "/audio_features/data/source"))
        .contains("reccobeats")
        .doesNotContain("spotify");
    for (JsonNode answer : List.of(extended, development)) {
      JsonNode coverage = Answers.section(answer, "audio_features");
      assertThat(coverage.path("hit").asInt())
          .isPositive()
          .isEqualTo(
              Collections.frequency(Answers.ofTracks(answer, "/audio_features/status"), "hit"));
      assertThat(coverage.path("hit").asInt() + coverage.path("miss").asInt()).isEqualTo(10);
      assertThat(answer.at("/aggregates/audio_features/tempo").isNumber()).isTrue();
    }
    assertThat(shape(development)).isEqualTo(shape(extended));
  }

  /** The playlist is the user's own: of others', development mode shows no contents. */
  private static JsonNode completeOfPlaylist(RunningService service, int first, String session) {
    String path = analysis(service.playlistOf(service.songs(first, 10)));
    Reply reply = service.getWhenQuiet(path, "x-session", session);
    assertComplete(reply);
    return reply.json();
  }

  @Test
  void remembersForADayThatSpotifyRefusesAudioFeatures() {
    var options = SimulatorOptions.unhurried().withSpotifyMode(SpotifyMode.DEVELOPMENT);
    try (var providers =
        new SimulatedProviders(io.linernotes.playlist.spotify.SpotifyMode.AUTO, options)) {
      assertThat(callsForAudioFeatures(providers, 0)).as("asked").isOne();

      providers.clock.advance(Duration.ofDays(1).minusSeconds(1));
      assertThat(callsForAudioFeatures(providers, 10)).as("asked again within a day").isZero();

      providers.clock.advance(Duration.ofSeconds(1));
      assertThat(callsForAudioFeatures(providers, 20)).as("asked again after a day").isOne();
    }
  }

  /** How often Spotify is called for the audio features of a user's playlist of ten tracks. */
  private static long callsForAudioFeatures(SimulatedProviders providers, int first) {
    SpotifyId playlist = new SpotifyId("modesTestPlaylist%05d".formatted(first));
    providers.simulator.setPlaylist(
        playlist.value(),
        IntStream.range(first, first + 10)
            .mapToObj(number -> providers.simulator.catalogue().invented(number).withoutQuirks())
            .toList());
    var analyzer =
        new PlaylistAnalyzer(
            providers.cache,
            new Dispatcher(providers.cache, providers.queue, LeaseTime.ofEmptyQueues()),
            Map.of());
    var request =
        new PlaylistRequest(playlist, Set.of(Section.AUDIO_FEATURES), 0, 10)
            .as(providers.user.viewer());
    var requestContext = new RequestContext("test", "test");
    providers.takeCalls();

    analyzer.analyze(request, requestContext, providers.clock.instant());
    providers.work();

    var answer = analyzer.analyze(request, requestContext, providers.clock.instant());
    assertThat(answer)
        .isInstanceOfSatisfying(
            PlaylistAnswer.Analyzed.class,
            analyzed -> {
              assertThat(analyzed.analysis().status()).isEqualTo(Analysis.Status.COMPLETE);
              assertThat(analyzed.analysis().progress().resolved()).isEqualTo(10);
            });
    String spotify = providers.simulator.spotifyApiUrl() + "/audio-features";
    return providers.takeCalls().stream().filter(url -> url.startsWith(spotify)).count();
  }

  /** The names of all fields at any depth. */
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
    complete(service, enrichment(service, 0));
    complete(service, enrichment(service, 10));

    assertThat(callsForAudioFeatures(service, Provider.SPOTIFY)).isOne();
  }

  private static JsonNode complete(RunningService service, String enrichment) {
    Reply reply = service.postWhenQuiet("/v1/tracks/enrichment", enrichment);
    assertComplete(reply);
    return reply.json();
  }

  private static int callsForAudioFeatures(RunningService service, Provider provider) {
    return service.simulator().report().of(provider).callsByEndpoint().entrySet().stream()
        .filter(endpoint -> endpoint.getKey().startsWith("GET /audio-features"))
        .mapToInt(endpoint -> endpoint.getValue())
        .sum();
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
