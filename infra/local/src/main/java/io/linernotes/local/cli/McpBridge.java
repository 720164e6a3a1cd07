package io.linernotes.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Posts an agent's messages to {@code /mcp} and prints the replies. The bridge polls a tool in
 * calls of two seconds until the result is complete, so that progress arrives while the tool works.
 * One long HTTP call would deliver all progress together with the result.
 */
final class McpBridge implements AutoCloseable {
  private static final int CANNOT_PARSE = -32700;
  private static final int FAILED = -32000;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration TIMEOUT = Duration.ofSeconds(35);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI endpoint;
  private final String key;
  private final @Nullable String session;
  private final Consumer<String> out;

  McpBridge(ServiceOptions service, Consumer<String> out) {
    this.endpoint = URI.create(service.url().toString().replaceAll("/+$", "") + "/mcp");
    this.key = service.key();
    this.session = service.sessions().of(service.url()).orElse(null);
    this.out = out;
  }

  /** Posts one message and prints the reply, or an error that says why there is none. */
  void carry(String text) {
    JsonNode message;
    try {
      message = ApiClient.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      out.accept(error(null, CANNOT_PARSE, "This line is no JSON.").toString());
      return;
    }
    try {
      call(message).forEach(each -> out.accept(each.toString()));
    } catch (IOException e) {
      failed(
          message,
          "Nothing answers at "
              + endpoint
              + ": start the service with ./linernotes up, or give the --url of one that runs.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failed(message, "interrupted");
    }
  }

  /**
   * The last messages of a call; those before them, such as progress, are printed as they arrive.
   */
  private List<JsonNode> call(JsonNode message) throws IOException, InterruptedException {
    long end = System.nanoTime() + longest(message).toNanos();
    double progress = -1;
    while (true) {
      List<JsonNode> answers = post(message);
      for (JsonNode each : answers.subList(0, Math.max(0, answers.size() - 1))) {
        double told = each.at("/params/progress").asDouble();
        if (told > progress) {
          progress = told;
          out.accept(each.toString());
        }
      }
      boolean isPending =
          !answers.isEmpty()
              && answers.getLast().at("/result/_meta/io.linernotes~1pending").asBoolean();
      if (!isPending || System.nanoTime() > end) {
        return answers.isEmpty() ? List.of() : List.of(answers.getLast());
      }
    }
  }

  private static Duration longest(JsonNode message) {
    JsonNode seconds = message.at("/params/arguments/wait_seconds");
    return seconds.isInt() && seconds.intValue() >= 0 && seconds.intValue() <= 600
        ? Duration.ofSeconds(seconds.intValue())
        : LONGEST;
  }

  private List<JsonNode> post(JsonNode message) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request(message), BodyHandlers.ofString());
    if (response.statusCode() == 202) {
      return List.of();
    }
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/event-stream")) {
      return events(response.body());
    }
    JsonNode body = ApiClient.JSON.readTree(response.body());
    return body.has("jsonrpc") ? List.of(body) : List.of(refused(message, response, body));
  }

  private HttpRequest request(JsonNode message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("x-api-key", key)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(message.toString()));
    if ("tools/call".equals(message.path("method").textValue())) {
      request.header("Prefer", "wait=2");
    }
    if (session != null) {
      request.header("x-session", session);
    }
    return request.build();
  }

  private static List<JsonNode> events(String stream) throws IOException {
    List<JsonNode> messages = new ArrayList<>();
    for (String line : stream.lines().toList()) {
      if (line.startsWith("data:")) {
        messages.add(ApiClient.JSON.readTree(line.substring("data:".length())));
      }
    }
    return messages;
  }

  private JsonNode refused(JsonNode message, HttpResponse<?> response, JsonNode body) {
    String detail =
        JsonFields.text(body, "/detail")
            .or(() -> JsonFields.text(body, "/message"))
            .orElse("check the --url.");
    return error(message.get("id"), FAILED, response.statusCode() + ": " + detail);
  }

  private void failed(JsonNode message, String words) {
    if (message.has("id")) {
      out.accept(error(message.get("id"), FAILED, words).toString());
    }
  }

  private static ObjectNode error(@Nullable JsonNode id, int code, String words) {
    ObjectNode node = ApiClient.JSON.createObjectNode();
    node.put("jsonrpc", "2.0");
    node.set("id", id);
    node.putObject("error").put("code", code).put("message", words);
    return node;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
