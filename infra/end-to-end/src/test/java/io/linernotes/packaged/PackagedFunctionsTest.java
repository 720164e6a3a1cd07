package io.linernotes.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linernotes.local.packaged.PackagedFunction;
import io.linernotes.local.packaged.PackagedReply;
import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.local.stack.template.FunctionSpec;
import io.linernotes.local.stack.template.Template;
import io.linernotes.service.RunningService;
import io.linernotes.service.SharedService;
import io.linernotes.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every function from its zip under Lambda's own runtime, with its event file. Handler string,
 * class path, environment and JSON are those that Lambda would use.
 */
@ExtendWith(SharedService.class)
final class PackagedFunctionsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final String ONE_MORE_TIME = "0DiWol3AO6WpXZgp0goxAV";

  private static final Path TEMPLATE = ROOT.resolve("template.yaml");

  @TempDir private Path directory;
  private final RunningService service;

  PackagedFunctionsTest(RunningService service) {
    this.service = service;
  }

  @Test
  void theApiAnswersAPlaylistThatIsNotHereYet() throws IOException {
    try (PackagedFunction api = start("ApiFunction", UnaryOperator.identity())) {
      JsonNode first = answer(api, "api-analysis.json");
      assertThat(first.path("statusCode").asInt()).isEqualTo(202);
      assertThat(body(first).path("status").asText()).isEqualTo("pending");

      service.awaitQuiet();

      JsonNode second = answer(api, "api-analysis.json");
      assertThat(second.path("statusCode").asInt()).isEqualTo(200);
      assertThat(body(second).path("status").asText()).isEqualTo("complete");
      assertThat(body(second).path("tracks")).hasSize(41);
    }
  }

  @Test
  void theApiEnrichesTracks() throws IOException {
    try (PackagedFunction api = start("ApiFunction", UnaryOperator.identity())) {
      JsonNode first = answer(api, "api-enrichment.json");
      assertThat(first.path("statusCode").asInt()).isEqualTo(202);

      service.awaitQuiet();

      JsonNode tracks = body(answer(api, "api-enrichment.json")).path("tracks");
      assertThat(tracks.path(0).path("deezer").path("data").path("bpm").asDouble())
          .isEqualTo(122.7);
      assertThat(tracks.path(1).path("lastfm").path("status").asText()).isEqualTo("hit");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "SpotifyWorker, spotify-worker.json, spotify:playlist:" + Simulator.DEMO_PLAYLIST,
    "SpotifyWorker, spotify-worker.json, spotify:track:" + ONE_MORE_TIME,
    "DeezerWorker, deezer-worker.json, bpm:" + ONE_MORE_TIME,
    "MusicBrainzWorker, musicbrainz-worker.json, mb:isrc:daft punk:one more time:320",
    "LastfmWorker, lastfm-worker.json, lastfm:",
    "LastfmWorker, lastfm-worker.json, artist_",
    "ReccoBeatsWorker, reccobeats-worker.json, spotify:audio_features:" + ONE_MORE_TIME
  })
  void aWorkerWritesBackWhatItWasAsked(String id, String event, String key) throws IOException {
    try (PackagedFunction worker = start(id, UnaryOperator.identity())) {
      assertThat(answer(worker, event).path("batchItemFailures")).isEmpty();
    }
    assertThat(service.stores().keys(key)).isNotEmpty();
  }

  @Test
  void theWarmerTellsWhatItDid() throws IOException {
    try (PackagedFunction warmer =
        start("WarmerFunction", with("WARM_PLAYLISTS", Simulator.DEMO_PLAYLIST))) {
      JsonNode report = answer(warmer, "warmer.json");
      assertThat(report.path("providers").path("spotify").path("sent").asInt()).isPositive();
    }
  }

  static Stream<String> functions() {
    Template template = Template.read(TEMPLATE);
    return template.resolve(template.placeholders(), Endpoints.NONE).functions().stream()
        .map(FunctionSpec::logicalId);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionWithoutItsTableSaysSoWhenItStarts(String id) throws IOException {
    PackagedFunction function = start(id, without("CACHE_TABLE"));
    try (function) {
      assertThatThrownBy(function::awaitInit)
          .hasMessageContaining("CACHE_TABLE is not set. ")
          .hasMessageContaining("Set it to");
    }
    assertThat(function.output()).anyMatch(line -> line.contains("CACHE_TABLE is not set. "));
  }

  private static UnaryOperator<Map<String, String>> with(String name, String value) {
    return variables -> {
      variables.put(name, value);
      return variables;
    };
  }

  private static UnaryOperator<Map<String, String>> without(String name) {
    return variables -> {
      variables.remove(name);
      return variables;
    };
  }

  private PackagedFunction start(String id, UnaryOperator<Map<String, String>> change)
      throws IOException {
    FunctionSpec function = service.stack().topology().function(id);
    return PackagedFunction.start(
        function,
        ROOT.resolve(function.codeUri()),
        directory,
        change.apply(new HashMap<>(service.stack().environmentOf(id))),
        List.of());
  }

  private static JsonNode answer(PackagedFunction function, String event) throws IOException {
    PackagedReply reply =
        function.invoke(Files.readAllBytes(ROOT.resolve("events").resolve(event)));
    assertThat(reply.succeeded()).as(reply.json()).isTrue();
    return JSON.readTree(reply.json());
  }

  private static JsonNode body(JsonNode answer) throws IOException {
    return JSON.readTree(answer.path("body").asText());
  }
}
