package io.linernotes.local.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's end of the <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a> for one
 * process of one function: passes events to it and receives its answers. As in Lambda, an event is
 * passed on only after the one before has been answered.
 */
final class RuntimeApi implements AutoCloseable {

  private static final String BASE = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String functionArn;
  private final LinkedBlockingQueue<Pending> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<Long> initialised = new CompletableFuture<>();
  private volatile @Nullable Pending working;

  /** An event and its future answer. */
  private record Pending(
      String id, byte[] event, Instant deadline, CompletableFuture<PackagedReply> reply) {}

  private RuntimeApi(HttpServer server, String functionArn) {
    this.server = server;
    this.functionArn = functionArn;
  }

  /** An endpoint on a free port of the loopback interface. */
  static RuntimeApi start(String functionArn) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RuntimeApi api = new RuntimeApi(server, functionArn);
    server.setExecutor(api.threads);
    server.createContext(BASE, api::answer);
    server.start();
    return api;
  }

  /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} holds them. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Completes when the function requests its first event, with the {@link System#nanoTime} of that
   * moment. Fails with the error that the function reports instead.
   */
  CompletableFuture<Long> initialised() {
    return initialised;
  }

  /** Passes an event to the function. */
  CompletableFuture<PackagedReply> invoke(byte[] event, Duration timeout) {
    Pending pending =
        new Pending(
            UUID.randomUUID().toString(),
            event,
            Instant.now().plus(timeout),
            new CompletableFuture<>());
    events.add(pending);
    return pending.reply();
  }

  /** Fails all pending events, because the process has ended. */
  void ended(String reason) {
    IllegalStateException failure = new IllegalStateException(reason);
    initialised.completeExceptionally(failure);
    Pending last = working;
    if (last != null) {
      last.reply().completeExceptionally(failure);
    }
    for (Pending next = events.poll(); next != null; next = events.poll()) {
      next.reply().completeExceptionally(failure);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(BASE.length());
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (path) {
      case "invocation/next" -> next(exchange);
      // A snapshot would be taken here, and restored for every new instance.
      case "restore/next" -> send(exchange, 200, new byte[0]);
      case "init/error", "restore/error" -> {
        initialised.completeExceptionally(new IllegalStateException(text(body)));
        send(exchange, 202, new byte[0]);
      }
      default -> {
        complete(path, body);
        send(exchange, 202, new byte[0]);
      }
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    initialised.complete(System.nanoTime());
    try {
      Pending pending = events.take();
      working = pending;
      exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", pending.id());
      exchange
          .getResponseHeaders()
          .set("Lambda-Runtime-Deadline-Ms", String.valueOf(pending.deadline().toEpochMilli()));
      exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      send(exchange, 200, pending.event());
    } catch (InterruptedException e) {
      exchange.close();
    }
  }

  private void complete(String path, byte[] body) {
    Pending pending = working;
    if (pending != null && path.startsWith("invocation/" + pending.id() + "/")) {
      pending.reply().complete(new PackagedReply(path.endsWith("/response"), text(body)));
    }
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
