package io.linernotes.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linernotes.local.packaged.PackagedFunction;
import io.linernotes.local.packaged.PackagedReply;
import io.linernotes.local.stack.template.FunctionSpec;
import io.linernotes.service.RunningService;
import io.linernotes.service.SharedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** In Lambda, the packaged functions print one line of JSON per log record, and nothing else. */
@ExtendWith(SharedService.class)
final class PackagedLogsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** As in Lambda, these options suppress the JVM's warnings about the runtime itself. */
  private static final List<String> QUIET = List.of("--enable-native-access=ALL-UNNAMED");

  @TempDir private Path directory;
  private final RunningService service;

  PackagedLogsTest(RunningService service) {
    this.service = service;
  }

  @Test
  void theApiPrintsALineForARequestAndOneForEachKindThatItLookedUp() throws IOException {
    List<JsonNode> lines = printedBy("ApiFunction", "api-enrichment.json");

    JsonNode request = theOne(lines, "request");
    assertThat(request.path("level").asText()).isEqualTo("INFO");
    assertThat(request.path("route").asText()).isEqualTo("/v1/tracks/enrichment");
    assertThat(request.path("status").asInt()).isEqualTo(202);
    assertThat(request.path("pending").asInt()).isPositive();
    assertThat(request.path("tasks_sent").asInt()).isPositive();
    assertThat(request.path("correlation_id").asText()).isNotEqualTo("none").isNotEmpty();
    assertThat(request.path("function_request_id").asText()).isNotEmpty();
    assertThat(dimensions(lines, "Kind")).isEqualTo(Set.of("deezer_track", "lastfm_track"));
    assertThat(units(lines))
        .isEqualTo(
            Map.of("Hits", "Count", "Stale", "Count", "Misses", "Count", "Pending", "Count"));
  }

  @Test
  void aWorkerPrintsALineForABatchAndItsMetrics() throws IOException {
    List<JsonNode> lines = printedBy("DeezerWorker", "deezer-worker.json");

    JsonNode batch = theOne(lines, "batch");
    assertThat(batch.path("provider").asText()).isEqualTo("deezer");
    assertThat(batch.path("messages").asInt()).isPositive();
    assertThat(batch.path("answered").asInt()).isPositive();
    assertThat(batch.path("calls").asInt()).isPositive();
    assertThat(batch.path("correlation_ids").isArray()).isTrue();
    assertThat(dimensions(lines, "Provider")).isEqualTo(Set.of("deezer"));
    assertThat(units(lines))
        .isEqualTo(
            Map.of(
                "Calls", "Count",
                "Throttles", "Count",
                "Failures", "Count",
                "Latency", "Milliseconds",
                "QueueAge", "Seconds"));
  }

  @Test
  void theWarmerPrintsALineForARunAndEveryProvidersCooldown() throws IOException {
    List<JsonNode> lines = printedBy("WarmerFunction", "warmer.json");

    assertThat(theOne(lines, "warming run").has("playlists")).isTrue();
    assertThat(dimensions(lines, "Provider"))
        .isEqualTo(Set.of("spotify", "deezer", "musicbrainz", "lastfm", "reccobeats"));
    assertThat(units(lines)).isEqualTo(Map.of("CooldownSeconds", "Seconds"));
  }

  private List<JsonNode> printedBy(String id, String event) throws IOException {
    FunctionSpec function = service.stack().topology().function(id);
    Map<String, String> environment = new HashMap<>(service.stack().environmentOf(id));
    environment.remove("POWERTOOLS_METRICS_DISABLED");
    PackagedFunction packaged =
        PackagedFunction.start(
            function, ROOT.resolve(function.codeUri()), directory, environment, QUIET);
    try (packaged) {
      PackagedReply reply =
          packaged.invoke(Files.readAllBytes(ROOT.resolve("events").resolve(event)));
      assertThat(reply.succeeded()).as(reply.json()).isTrue();
    }
    service.awaitQuiet();
    return packaged.output().stream().map(PackagedLogsTest::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }

  private static JsonNode theOne(List<JsonNode> lines, String message) {
    List<JsonNode> found =
        lines.stream().filter(line -> line.path("message").asText().equals(message)).toList();
    assertThat(found).as("%s", lines).hasSize(1);
    return found.getFirst();
  }

  private static List<JsonNode> metrics(List<JsonNode> lines) {
    return lines.stream().filter(line -> line.has("_aws")).toList();
  }

  private Set<String> dimensions(List<JsonNode> lines, String name) {
    String namespace =
        service.stack().environmentOf("ApiFunction").get("POWERTOOLS_METRICS_NAMESPACE");
    Set<String> values = new TreeSet<>();
    for (JsonNode line : metrics(lines)) {
      JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
      assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"" + name + "\"]]");
      assertThat(directive.path("Namespace").asText()).isEqualTo(namespace);
      assertThat(values.add(line.path(name).asText())).as("once").isTrue();
    }
    return values;
  }

  private static Map<String, String> units(List<JsonNode> lines) {
    Map<String, String> units = new TreeMap<>();
    for (JsonNode line : metrics(lines)) {
      line.at("/_aws/CloudWatchMetrics/0/Metrics")
          .forEach(metric -> units.put(metric.path("Name").asText(), metric.path("Unit").asText()));
    }
    return units;
  }
}
