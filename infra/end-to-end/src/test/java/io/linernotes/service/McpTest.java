package io.linernotes.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linernotes.simulator.Song;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tools, used by the protocol's own client over HTTP and over standard streams. */
@ExtendWith(SharedService.class)
class McpTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Pattern TOKEN = Pattern.compile("\\p{L}{1,4}|[0-9]{1,3}|[^\\p{L}0-9\\s]+");

  private final RunningService service;
  private final Queue<Double> progress = new ConcurrentLinkedQueue<>();

  McpTest(RunningService service) {
    this.service = service;
  }

  @Test
  void introducesItselfAndItsTools() {
    try (McpSyncClient client = overHttp()) {
      McpSchema.InitializeResult server = client.initialize();

      assertThat(server.serverInfo().name()).isEqualTo("linernotes");
      assertThat(client.ping()).isNotNull();
      assertThat(client.listTools().tools())
          .allSatisfy(tool -> assertThat(tool.inputSchema()).containsEntry("type", "object"))
          .allSatisfy(tool -> assertThat(tool.outputSchema()).containsEntry("type", "object"))
          .extracting(McpSchema.Tool::name)
          .containsExactly(
              "analyze_playlist",
              "enrich_tracks",
              "score_transition",
              "order_set",
              "suggest_next",
              "explain_match");
    }
  }

  @Test
  void analysesFortyTracksForFewerThanAThousandTokens() {
    String playlist = service.playlistOf(service.songs(0, 40));
    try (McpSyncClient client = overHttp()) {
      client.initialize();

      CallToolResult result = complete(client, "analyze_playlist", Map.of("playlist_id", playlist));

      JsonNode output = output(result);
      assertThat(output.path("rows")).hasSize(40);
      assertThat(output.at("/rows/0").textValue()).matches("0\\|[^|]+\\|[^|]+\\|.*");
      assertThat(tokens(text(result))).isLessThan(1_000);
      assertThat(List.copyOf(progress)).isNotEmpty().isSorted();
    }
  }

  @Test
  void ordersASetAndSuggestsAndScoresWithinIt() {
    String playlist = service.playlistOf(service.songs(0, 10));
    try (McpSyncClient client = overHttp()) {
      client.initialize();
      complete(client, "analyze_playlist", Map.of("playlist_id", playlist));

      JsonNode order =
          output(
              call(
                  client, "order_set", Map.of("playlist_id", playlist, "arc", "peak", "start", 3)));
      JsonNode next =
          output(
              call(
                  client,
                  "suggest_next",
                  Map.of(
                      "playlist_id", playlist, "current", 3, "played", List.of(0, 1), "count", 2)));
      JsonNode transition =
          output(
              call(
                  client, "score_transition", Map.of("playlist_id", playlist, "from", 3, "to", 4)));

      assertThat(order.path("rows")).hasSize(10);
      assertThat(order.at("/rows/0").textValue()).startsWith("3|");
      assertThat(order.path("score").doubleValue())
          .isGreaterThanOrEqualTo(order.path("given_score").doubleValue());
      assertThat(next.path("rows")).hasSize(2);
      assertThat(next.path("rows")).noneMatch(row -> row.textValue().matches("[013]\\|.*"));
      assertThat(transition.path("score").doubleValue()).isBetween(0.0, 1.0);
      assertThat(transition.path("reason").textValue()).isNotBlank();
    }
  }

  @Test
  void looksUpTracksThatTheCallerDescribes() {
    Song song = service.songs(0, 1)[0];
    try (McpSyncClient client = overHttp()) {
      client.initialize();

      JsonNode output =
          output(
              complete(
                  client, "enrich_tracks", Map.of("tracks", List.of(Map.of("isrc", song.isrc())))));

      assertThat(output.at("/rows/0").textValue()).contains(song.artists().getFirst());
    }
  }

  @Test
  void explainsAMatch() {
    try (McpSyncClient client = overHttp()) {
      client.initialize();

      JsonNode output =
          output(
              call(
                  client,
                  "explain_match",
                  Map.of(
                      "wanted",
                      Map.of(
                          "title",
                          "Smile (Live)",
                          "artists",
                          List.of("Somebody"),
                          "duration_ms",
                          180_000),
                      "offered",
                      Map.of(
                          "title",
                          "Smile",
                          "artists",
                          List.of("Somebody"),
                          "duration_ms",
                          181_000))));

      assertThat(output.path("accepted").booleanValue()).isFalse();
      assertThat(output.path("reason").textValue()).isNotBlank();
    }
  }

  @Test
  void errorsSayWhatToDo() {
    try (McpSyncClient client = overHttp()) {
      client.initialize();

      assertThat(
              List.of(
                  failure(client, "analyze_playlist", Map.of("playlist_id", "x")),
                  failure(
                      client, "analyze_playlist", Map.of("playlist_id", "0000000000000000000000")),
                  failure(
                      client, "score_transition", Map.of("tracks", List.of(), "from", 0, "to", 1)),
                  failure(
                      client,
                      "order_set",
                      Map.of("tracks", List.of(Map.of("isrc", "GBAYE0601690")), "arc", "up"))))
          .satisfiesExactly(
              words -> assertThat(words).contains("22 letters and digits"),
              words -> assertThat(words).contains("check the id"),
              words -> assertThat(words).contains("tracks must be an array"),
              words -> assertThat(words).contains("build, peak, chill or wave"));
    }
  }

  @Test
  void theCommandCarriesMessagesOverStandardStreams() {
    String playlist = service.playlistOf(service.songs(0, 5));
    ServerParameters command =
        ServerParameters.builder(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            .args(
                "-cp",
                System.getProperty("java.class.path"),
                "io.linernotes.local.cli.Linernotes",
                "mcp",
                "--url",
                service.url().toString())
            .build();
    try (McpSyncClient client =
        client(new StdioClientTransport(command, McpJsonDefaults.getMapper()))) {
      client.initialize();

      CallToolResult result = complete(client, "analyze_playlist", Map.of("playlist_id", playlist));

      assertThat(client.listTools().tools()).hasSize(6);
      assertThat(output(result).path("rows")).hasSize(5);
      assertThat(List.copyOf(progress)).isNotEmpty().isSorted();
    }
  }

  private McpSyncClient overHttp() {
    return client(
        HttpClientStreamableHttpTransport.builder(service.url().toString())
            .endpoint("/mcp")
            .httpRequestCustomizer(
                (request, method, uri, body, context) -> request.header("x-api-key", "local"))
            .build());
  }

  private McpSyncClient client(McpClientTransport transport) {
    return McpClient.sync(transport)
        .requestTimeout(PATIENCE)
        .initializationTimeout(PATIENCE)
        .progressConsumer(told -> progress.add(told.progress()))
        .build();
  }

  /** Repeats the call as the results advise, until they are complete. */
  private CallToolResult complete(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return Stream.generate(
            () -> {
              progress.clear();
              return call(client, tool, arguments);
            })
        .limit(10)
        .filter(result -> "complete".equals(output(result).path("status").textValue()))
        .findFirst()
        .orElseThrow();
  }

  private static CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    CallToolResult result =
        client.callTool(
            McpSchema.CallToolRequest.builder(tool)
                .arguments(arguments)
                .progressToken("p-1")
                .build());
    assertThat(result.isError()).as(result.toString()).isFalse();
    return result;
  }

  private static String failure(McpSyncClient client, String tool, Map<String, Object> arguments) {
    CallToolResult result =
        client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    assertThat(result.isError()).isTrue();
    return text(result);
  }

  private static JsonNode output(CallToolResult result) {
    return JSON.valueToTree(result.structuredContent());
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().getFirst()).text();
  }

  /**
   * An estimate of a tokenizer's count for names: one token for up to four letters, for up to three
   * digits and for a run of signs.
   */
  private static long tokens(String text) {
    return TOKEN.matcher(text).results().count();
  }
}
