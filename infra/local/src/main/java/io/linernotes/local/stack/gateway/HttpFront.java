package io.linernotes.local.stack.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.linernotes.local.stack.lambda.FunctionRuntime;
import io.linernotes.local.stack.template.ApiSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The API's HTTP front on the loopback interface, in API Gateway's place. */
public final class HttpFront implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());

  /** The largest request that API Gateway takes. */
  private static final int LARGEST_BODY = 10 * 1024 * 1024;

  /** How the JDK's server is configured, which reads these properties when it is first used. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          // Otherwise a kept-alive connection waits 40 ms for an acknowledgement before each body.
          "sun.net.httpserver.nodelay",
          "true",
          // Seconds after which a connection without a request, or with half of one, is closed.
          "sun.net.httpserver.idleInterval",
          "30",
          "sun.net.httpserver.maxReqTime",
          "30",
          // Longer than a request may wait for an instance and for its answer together.
          "sun.net.httpserver.maxRspTime",
          "120");

  static {
    SETTINGS.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("front-", 1).factory());
  private boolean closed;

  private HttpFront(HttpServer server) {
    this.server = server;
  }

  /** Takes the port, 0 for a free one; requests wait until it is started. */
  public static HttpFront bind(int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    return new HttpFront(HttpServer.create(address, 0));
  }

  /** Starts answering. Functions are by logical id. */
  public void start(ApiSpec api, Map<String, FunctionRuntime> functions, ApiKeys keys) {
    var gateway = new ApiGateway(api, functions, keys);
    var compression = new Compression(api.minimumCompressionSize());
    server.createContext("/", exchange -> handle(exchange, gateway, compression));
    server.setExecutor(threads);
    server.start();
  }

  /** Where it answers, without a trailing slash. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void handle(HttpExchange exchange, ApiGateway gateway, Compression compression)
      throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      var tooLarge = body.length > LARGEST_BODY;
      if (tooLarge) {
        // Whoever still sends would not see the answer.
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      }
      var request = Request.of(exchange, body);
      var answer = tooLarge ? gateway.tooLarge(request) : gateway.answer(request);
      send(exchange, compression.apply(answer, request).with("x-amzn-RequestId", request.id()));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The front failed", e);
      exchange.sendResponseHeaders(500, -1);
    }
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
    if (closed) {
      return;
    }
    closed = true;
    server.stop(1);
    threads.shutdownNow();
  }
}
