package io.linernotes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that misbehaves in every way that providers have been seen to. */
class JdkHttpTest {

  private final CountDownLatch over = new CountDownLatch(1);
  private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  private ServerSocket server;

  private interface Script {
    void play(OutputStream out) throws IOException, InterruptedException;
  }

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    over.countDown();
    server.close();
  }

  @Test
  void givesTheReplyWhateverItsStatus() {
    serve(out -> write(out, "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\n{}"));

    Outcome<HttpReply> outcome = send(Duration.ofSeconds(5));

    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    HttpReply reply = ((Outcome.Found<HttpReply>) outcome).value();
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(reply.json()).isPresent();
  }

  @Test
  void saysWhoIsAsking() {
    serve(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));

    send(Duration.ofSeconds(5));

    assertThat(requests.poll()).contains("User-Agent: linernotes/0.1 (ops@example.org)");
  }

  @Test
  void aServerThatNeverAnswersIsUnavailable() {
    serve(out -> over.await());

    assertThat(send(Duration.ofMillis(200))).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void aBodyThatHangsIsUnavailable() {
    serve(
        out -> {
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
          over.await();
        });

    assertThat(send(Duration.ofMillis(300))).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void aTruncatedBodyIsUnavailable() {
    serve(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":"));

    assertThat(send(Duration.ofSeconds(5))).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void aConnectionThatIsResetIsUnavailable() {
    serve(_ -> {});

    assertThat(send(Duration.ofSeconds(5))).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void aBodyLargerThanAnyAnswerIsUnavailable() {
    serve(
        out -> {
          write(out, "HTTP/1.1 200 OK\r\n\r\n");
          byte[] megabyte = new byte[1 << 20];
          for (int i = 0; i < 20; i++) {
            out.write(megabyte);
          }
        });

    assertThat(send(Duration.ofSeconds(5))).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() throws IOException {
    server.close();

    assertThat(send(Duration.ofSeconds(5))).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void noFaultTellsTheUrl() {
    serve(_ -> {});

    assertThat(send(Duration.ofSeconds(5)).toString()).doesNotContain("secret");
  }

  private Outcome<HttpReply> send(Duration timeout) {
    URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/?api_key=secret");
    return new JdkHttp("ops@example.org", timeout).send(HttpCall.get("a test", uri));
  }

  private void serve(Script script) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  requests.add(head(socket.getInputStream()));
                  script.play(socket.getOutputStream());
                } catch (IOException e) {
                  // the client went away, or the test is over
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
