package io.linernotes.local.stack.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.linernotes.local.stack.lambda.FunctionRuntime;
import io.linernotes.local.stack.template.ApiSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** The API's HTTP front on the loopback interface, in API Gateway's place. */
public final class HttpFront implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());

  /** The largest request that API Gateway takes. */
  private static final int LARGEST_BODY = 10 * 1024 * 1024;

  static {
    // Otherwise a kept-alive connection waits 40 ms for an acknowledgement before each body.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final ApiGateway gateway;
  private final OptionalInt minimumCompressionSize;

  private HttpFront(HttpServer server, ApiGateway gateway, OptionalInt minimumCompressionSize) {
    this.server = server;
    this.gateway = gateway;
    this.minimumCompressionSize = minimumCompressionSize;
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("front-", 1).factory());
  }

  /** Starts answering; port 0 takes a free one. Functions are by logical id. */
  public static HttpFront start(
      int port, ApiSpec api, Map<String, FunctionRuntime> functions, ApiKeys keys)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    var front =
        new HttpFront(
            HttpServer.create(address, 0),
            new ApiGateway(api, functions, keys),
            api.minimumCompressionSize());
    front.server.createContext("/", front::handle);
    front.server.setExecutor(front.threads);
    front.server.start();
    return front;
  }

  /** Where it answers, without a trailing slash. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      var tooLarge = body.length > LARGEST_BODY;
      if (tooLarge) {
        // Whoever still sends would not see the answer.
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      }
      var request = Request.of(exchange, body);
      var answer = tooLarge ? gateway.tooLarge(request) : gateway.answer(request);
      send(exchange, compressed(answer, request).with("x-amzn-RequestId", request.id()));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The front failed", e);
      exchange.sendResponseHeaders(500, -1);
    }
  }

  private Answer compressed(Answer answer, Request request) throws IOException {
    var accepted = request.header("Accept-Encoding");
    var wanted =
        accepted != null
            && accepted.contains("gzip")
            && answer.body().length >= minimumCompressionSize.orElse(Integer.MAX_VALUE)
            && !answer.hasHeader("Content-Encoding");
    if (!wanted) {
      return answer;
    }
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(answer.body());
    }
    return new Answer(answer.status(), answer.headers(), bytes.toByteArray())
        .with("Content-Encoding", "gzip");
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().putAll(answer.headers());
    var bodiless =
        exchange.getRequestMethod().equals("HEAD")
            || answer.body().length == 0
            || answer.status() == 204
            || answer.status() == 304;
    if (bodiless) {
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      exchange.sendResponseHeaders(answer.status(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  /** Refuses what comes next, and lets what is being answered end for a second. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdownNow();
  }
}
