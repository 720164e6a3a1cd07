package io.linernotes.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The page on this machine to which the browser returns after a sign-in. The session arrives in the
 * URL's fragment, which browsers never send to a server. The page's script therefore posts it,
 * together with a secret that only this page contains.
 */
final class SignedInPage implements AutoCloseable {
  static final String PATH = "/signed-in";

  private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{20,200}");
  private static final int LONGEST_BODY = 1_000;
  private static final int SECRET_BYTES = 16;

  private final HttpServer server;
  private final String secret = secret();
  private final BlockingQueue<String> sessions = new ArrayBlockingQueue<>(1);

  private SignedInPage(HttpServer server) {
    this.server = server;
  }

  /** Serves the page on a free port. */
  static SignedInPage open() throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    var page = new SignedInPage(HttpServer.create(loopback, 0));
    page.server.createContext("/", page::answer);
    page.server.start();
    return page;
  }

  private static String secret() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The URL that starts a sign-in and returns to this page. */
  URI beginAt(URI service) {
    String here = "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    return URI.create(
        service.toString().replaceAll("/+$", "")
            + "/v1/auth/spotify?return_to="
            + URLEncoder.encode(here, UTF_8));
  }

  /** Waits until the browser returns with the session; empty if it does not in that time. */
  Optional<String> awaitSession(Duration patience) throws InterruptedException {
    return Optional.ofNullable(sessions.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      if (request.equals("GET " + PATH)) {
        reply(exchange, 200, page());
      } else if (request.equals("POST /session/" + secret)) {
        reply(exchange, keep(exchange) ? 204 : 400, "");
      } else {
        reply(exchange, 404, "");
      }
    }
  }

  private boolean keep(HttpExchange exchange) throws IOException {
    String session = new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), UTF_8);
    return SESSION.matcher(session).matches() && sessions.offer(session);
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private String page() throws IOException {
    try (var text = SignedInPage.class.getResourceAsStream("signed-in.html")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8)
          .replace("SECRET", secret);
    }
  }

  @Override
  public void close() {
    // One second, so that the page's script still gets its reply.
    server.stop(1);
  }
}
