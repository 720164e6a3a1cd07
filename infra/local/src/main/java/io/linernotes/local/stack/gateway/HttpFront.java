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

/** The API's HTTP server on the loopback interface, in API Gateway's place. */
public final class HttpFront implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());

  /** The largest request body that API Gateway accepts, in bytes. */
  private static final int LARGEST_BODY = 10 * 1024 * 1024;

  /** Settings of the JDK's server, which reads these system properties when it is first used. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          // Without it, a kept-alive connection waits 40 ms for an acknowledgement before each
          // body.
          "sun.net.httpserver.nodelay",
          "true",
          // Seconds after which a connection without a complete request is closed.
          "sun.net.httpserver.idleInterval",
          "30",
          "sun.net.httpserver.maxReqTime",
          "30",
          // Longer than the wait for an instance and the wait for its answer together.
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

  /** Binds the port, 0 for a free one. Requests wait until {@link #start}. */
  public static HttpFront bind(int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    return new HttpFront(HttpServer.create(address, 0));
  }

  /** Starts answering requests. The functions' keys are logical ids. */
  public void start(ApiSpec api, Map<String, FunctionRuntime> functions, ApiKeys keys) {
    var gateway = new ApiGateway(api, functions, keys);
    var compression = new Compression(api.minimumCompressionSize());
    server.createContext("/", exchange -> handle(exchange, gateway, compression));
    server.setExecutor(threads);
    server.start();
  }

  /** Its URL, without a trailing slash. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void handle(HttpExchange exchange, ApiGateway gateway, Compression compression)
      throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      var tooLarge = body.length > LARGEST_BODY;
      if (tooLarge) {
        // A client that is still sending would not read the answer.
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

  /** Refuses new requests, and waits up to a second for those in progress. */
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
