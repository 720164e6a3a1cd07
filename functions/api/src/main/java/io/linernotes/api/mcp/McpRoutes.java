package io.linernotes.api.mcp;

import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.json.Json;
import io.linernotes.json.PlainFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /mcp}: the Model Context Protocol without sessions, one message to a request. */
public final class McpRoutes {

  /**
   * The supported versions of the protocol, the newest first. They do not differ in the parts used
   * here.
   */
  private static final List<String> VERSIONS =
      List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

  private static final String EVENTS = "text/event-stream";
  private static final String TOOLS = resource("tools.json");
  private static final int INVALID_REQUEST = -32600;
  private static final int UNKNOWN_METHOD = -32601;
  private static final int INVALID_PARAMS = -32602;

  private final Tools tools;

  /** Routes that run these tools. */
  public McpRoutes(Tools tools) {
    this.tools = tools;
  }

  /** Answers one message. A notification gets 202 without a body. */
  public Answer post(Request request, Instant latest) {
    Json message = request.body();
    String method = message.at("method").isText() ? message.text("method") : null;
    String id = id(message);
    if (method == null) {
      return message.at("result").isPresent() || message.at("error").isPresent()
          ? accepted()
          : error(400, id, INVALID_REQUEST, "This is no JSON-RPC request: it has no method.");
    }
    if (id == null) {
      return accepted();
    }
    return switch (method) {
      case "initialize" -> result(id, PlainFormat.compactText(initialized(message)));
      case "ping" -> result(id, "{}");
      case "tools/list" -> result(id, TOOLS);
      case "tools/call" -> call(id, message, request, latest);
      default ->
          error(
              200,
              id,
              UNKNOWN_METHOD,
              "There is no method "
                  + method
                  + ": call initialize, ping, tools/list or tools/call.");
    };
  }

  /** {@code GET /mcp} would open a stream of the server's own messages, of which there are none. */
  public Answer get() {
    return Answer.of(
            new Problem(
                "about:blank",
                "Method Not Allowed",
                405,
                "This server sends no messages of its own: POST JSON-RPC messages to /mcp.",
                null))
        .with("Allow", "POST");
  }

  private static Map<String, Object> initialized(Json message) {
    String wanted = message.text("params", "protocolVersion");
    return Map.of(
        "protocolVersion",
        wanted != null && VERSIONS.contains(wanted) ? wanted : VERSIONS.getFirst(),
        "capabilities",
        Map.of("tools", Map.of("listChanged", false)),
        "serverInfo",
        Map.of("name", "linernotes", "title", "linernotes", "version", "0.1.0"),
        "instructions",
        "BPM, key and energy of tracks, and orders that mix well. Start with analyze_playlist or"
            + " enrich_tracks; other tools take the same playlist_id and the indexes of its rows."
            + " A result whose status is not complete says when to call again with the same"
            + " arguments.");
  }

  private Answer call(String id, Json message, Request request, Instant latest) {
    String name = message.text("params", "name");
    if (name == null || !Tools.NAMES.contains(name)) {
      return error(
          200,
          id,
          INVALID_PARAMS,
          "There is no tool " + name + ": use one of " + String.join(", ", Tools.NAMES) + ".");
    }
    List<String> events = new ArrayList<>();
    String token =
        isStreamed(request) ? value(message.at("params", "_meta", "progressToken")) : null;
    Progress progress = token == null ? Progress.NONE : new Notifications(token, events);
    Tools.Result result =
        tools.call(name, message.at("params", "arguments"), request, latest, progress);
    String answer = envelope(id, "result", result.json());
    if (events.isEmpty()) {
      return Answer.json(200, answer).with(result.lookups());
    }
    events.add(answer);
    return new Answer(200, Map.of("Content-Type", EVENTS), stream(events), result.lookups());
  }

  private static boolean isStreamed(Request request) {
    return request.header("Accept").filter(accepted -> accepted.contains(EVENTS)).isPresent();
  }

  private static String stream(List<String> messages) {
    StringBuilder stream = new StringBuilder();
    messages.forEach(each -> stream.append("event: message\ndata: ").append(each).append("\n\n"));
    return stream.toString();
  }

  private static @Nullable String id(Json message) {
    return value(message.at("id"));
  }

  /** A text or a number as JSON; null for anything else. */
  private static @Nullable String value(Json value) {
    return value.isText() || value.isNumber() ? value.toString() : null;
  }

  private static Answer accepted() {
    return new Answer(202, Map.of(), "");
  }

  private static Answer result(String id, String json) {
    return Answer.json(200, envelope(id, "result", json));
  }

  private static Answer error(int status, @Nullable String id, int code, String words) {
    return Answer.json(
        status,
        envelope(
            id == null ? "null" : id,
            "error",
            PlainFormat.compactText(Map.of("code", code, "message", words))));
  }

  private static String envelope(String id, String field, String json) {
    return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"" + field + "\":" + json + "}";
  }

  private static String resource(String name) {
    try (InputStream in = McpRoutes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + McpRoutes.class.getName());
      }
      // On one line, because an event stream ends an event's data at a line break.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\n\\s*", "");
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Sends progress notifications, with numbers that only increase. */
  private static final class Notifications implements Progress {
    private final String token;
    private final List<String> events;
    private int last = -1;

    Notifications(String token, List<String> events) {
      this.token = token;
      this.events = events;
    }

    @Override
    public void at(int resolved, int total) {
      if (resolved > last) {
        last = resolved;
        events.add(
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":"
                + token
                + ",\"progress\":"
                + resolved
                + ",\"total\":"
                + total
                + "}}");
      }
    }
  }
}
