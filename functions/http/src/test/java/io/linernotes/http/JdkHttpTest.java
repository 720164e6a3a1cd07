package io.linernotes.http;

import static io.linernotes.http.MisbehavingServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.MisbehavingServer.Script;
import io.linernotes.time.MovableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the client against a server that misbehaves in every way that providers have shown. */
class JdkHttpTest {

  private static final Duration PATIENT = Duration.ofSeconds(5);

  private final CountDownLatch over = new CountDownLatch(1);
  private final MovableClock clock = MovableClock.atNoon();
  private final Connections connections = new Connections(clock);
  private MisbehavingServer server;

  @BeforeEach
  void listen() throws IOException {
    server = MisbehavingServer.playing(_ -> {});
  }

  @AfterEach
  void stop() throws IOException {
    over.countDown();
    server.close();
  }

  @Test
  void givesTheReplyWhateverItsStatus() throws IOException {
    serve(out -> write(out, "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\n{}"));

    Outcome<HttpReply> outcome = send(PATIENT);

    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    HttpReply reply = ((Outcome.Found<HttpReply>) outcome).value();
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(reply.json()).isPresent();
  }

  @Test
  void readsARetryDateOfAServerThatTellsNoTime() throws IOException {
    serve(
        out ->
            write(
                out,
                "HTTP/1.1 503 Busy\r\nRetry-After: Sun, 1 Nov 2026 12:01:00 GMT\r\n"
                    + "Content-Length: 0\r\n\r\n"));

    assertThat(((Outcome.Found<HttpReply>) send(PATIENT)).value().retryAfter())
        .contains(Duration.ofMinutes(1));
  }

  @Test
  void saysWhoIsAsking() throws IOException {
    serve(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));

    send(PATIENT);

    assertThat(server.requests().getFirst())
        .contains("User-Agent: linernotes/0.1 (ops@example.org)");
  }

  @Test
  void aServerThatNeverAnswersIsUnavailable() throws IOException {
    serve(_ -> over.await());

    assertThat(send(Duration.ofMillis(200))).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void aBodyThatHangsIsUnavailable() throws IOException {
    serve(
        out -> {
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
          over.await();
        });

    assertThat(send(Duration.ofMillis(300))).isInstanceOf(Outcome.Unavailable.class);
  }

  /** Each byte arrives in time, but the whole body would take half a minute. */
  @Test
  void aBodyThatDripsIsGivenUpWithItsConnection() throws Exception {
    CompletableFuture<Void> connectionClosed = new CompletableFuture<>();
    serve(
        out -> {
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 3000\r\n\r\n");
          try {
            for (int i = 0; i < 3000; i++) {
              write(out, " ");
              over.await(10, TimeUnit.MILLISECONDS);
            }
          } catch (IOException e) {
            connectionClosed.complete(null);
          }
        });

    assertThat(send(Duration.ofMillis(300)))
        .isEqualTo(new Outcome.Unavailable<>("a test: no complete reply within 300 ms", null));
    assertThat(connectionClosed).succeedsWithin(PATIENT);
  }

  @Test
  void aTruncatedBodyIsUnavailable() throws IOException {
    serve(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":"));

    assertThat(send(PATIENT)).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void aConnectionThatIsResetIsUnavailableAndTriedOnce() throws IOException {
    serve(_ -> {});

    assertThat(send(PATIENT)).isInstanceOf(Outcome.Unavailable.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aBodyLargerThanAnyAnswerIsCutOff() throws Exception {
    CompletableFuture<Integer> cutOffAfter = new CompletableFuture<>();
    serve(
        out -> {
          write(out, "HTTP/1.1 200 OK\r\n\r\n");
          byte[] megabyte = new byte[1 << 20];
          for (int sent = 0; sent < 50; sent++) {
            try {
              out.write(megabyte);
            } catch (IOException e) {
              cutOffAfter.complete(sent);
              return;
            }
          }
          cutOffAfter.complete(50);
        });

    assertThat(send(PATIENT)).isInstanceOf(Outcome.Unavailable.class);
    assertThat(cutOffAfter.get(5, TimeUnit.SECONDS)).as("megabytes sent").isLessThan(30);
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() throws IOException {
    serve(_ -> {});
    server.close();

    assertThat(send(PATIENT))
        .isEqualTo(new Outcome.Unavailable<>("a test: ConnectException", null));
  }

  @Test
  void noFaultTellsTheUrl() throws IOException {
    serve(_ -> {});

    assertThat(send(PATIENT).toString()).doesNotContain("secret");
  }

  /**
   * Last.fm redirects. Another host must not see the API key, and no quota counts the second call.
   */
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noRedirectIsFollowed(int status) throws IOException {
    serve(
        out ->
            write(
                out,
                "HTTP/1.1 %d Moved\r\nLocation: %s/elsewhere\r\nContent-Length: 2\r\n\r\n{}"
                    .formatted(status, server.uri())));

    assertThat(send(PATIENT))
        .isEqualTo(
            new Outcome.Unavailable<>(
                "a test: HTTP " + status + ", a redirect, which is not followed", null));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aBodyInAnEncodingThatNobodyAskedForIsUnavailable() throws IOException {
    serve(
        out ->
            write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"));

    assertThat(send(PATIENT)).isInstanceOf(Outcome.Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, true",
    "application/json; charset=utf-8, true",
    "application/problem+json, true",
    "text/javascript, true",
    "text/plain, true",
    "text/html; charset=utf-8, false",
    "TEXT/HTML, false",
    "application/xml, false",
    "image/png, false"
  })
  void whatIsDeclaredToBeSomethingElseIsNoJson(String type, boolean isJson) throws IOException {
    serve(
        out ->
            write(
                out,
                "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: 2\r\n\r\n{}"
                    .formatted(type)));

    assertThat(((Outcome.Found<HttpReply>) send(PATIENT)).value().json().isPresent())
        .isEqualTo(isJson);
  }

  @Test
  void aRequestOnAConnectionThatTheServerClosesIsNotRepeated() throws IOException {
    server.close();
    server = MisbehavingServer.playing(JdkHttpTest::reply, _ -> {});

    assertThat(send(PATIENT)).isInstanceOf(Outcome.Found.class);
    clock.advance(Duration.ofSeconds(3));

    assertThat(send(PATIENT)).isInstanceOf(Outcome.Unavailable.class);
    assertThat(server.requests()).hasSize(2);
  }

  /** A frozen function wakes up with connections that the other side has long closed. */
  @Test
  void usesNoConnectionThatWasIdle() throws IOException {
    server.close();
    server = MisbehavingServer.playing(JdkHttpTest::reply, _ -> {});

    send(PATIENT);
    clock.advance(Duration.ofMinutes(5));

    assertThat(send(PATIENT)).isInstanceOf(Outcome.Found.class);
    assertThat(server.requests()).hasSize(2);
  }

  private static void reply(OutputStream out) throws IOException {
    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
  }

  private Outcome<HttpReply> send(Duration timeout) {
    URI uri = URI.create(server.uri() + "/?api_key=secret");
    return new JdkHttp(connections, "ops@example.org", timeout).send(HttpCall.get("a test", uri));
  }

  private void serve(Script script) throws IOException {
    server.close();
    server = MisbehavingServer.playing(script);
  }
}
