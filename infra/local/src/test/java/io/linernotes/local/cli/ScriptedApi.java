package io.linernotes.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Gives the answers that it was told to, in turn. */
final class ScriptedApi implements AutoCloseable {
  private record Reply(int status, String body, Map<String, String> headers) {}

  private final HttpServer server;
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile @Nullable String lastKey;
  private volatile @Nullable String lastPreference;
  private volatile @Nullable String lastSession;
  private volatile @Nullable String lastBody;
  private volatile @Nullable String lastTypes;

  ScriptedApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  ScriptedApi answers(int status, String body) {
    return answers(status, body, Map.of());
  }

  ScriptedApi answers(int status, String body, Map<String, String> headers) {
    replies.add(new Reply(status, body, headers));
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Paths and queries, in order. */
  List<String> requests() {
    return requests;
  }

  @Nullable String lastKey() {
    return lastKey;
  }

  @Nullable String lastPreference() {
    return lastPreference;
  }

  @Nullable String lastSession() {
    return lastSession;
  }

  /** The content type sent, and the one accepted. */
  @Nullable String lastTypes() {
    return lastTypes;
  }

  @Nullable String lastBody() {
    return lastBody;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestURI().toString());
      lastKey = exchange.getRequestHeaders().getFirst("x-api-key");
      lastPreference = exchange.getRequestHeaders().getFirst("Prefer");
      lastSession = exchange.getRequestHeaders().getFirst("x-session");
      lastTypes =
          exchange.getRequestHeaders().getFirst("Content-Type")
              + " -> "
              + exchange.getRequestHeaders().getFirst("Accept");
      lastBody = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var reply = replies.remove();
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      var body = reply.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
