package io.linernotes.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An HTTP server that plays a script for each request, and records every request. */
public final class MisbehavingServer implements AutoCloseable {

  /** Writes the reply, after the request's head has been read. */
  public interface Script {
    void play(OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();

  private MisbehavingServer(ServerSocket server) {
    this.server = server;
  }

  /** A server that plays this script for every request, and closes the connection afterwards. */
  public static MisbehavingServer playing(Script script) throws IOException {
    return started(List.of(script));
  }

  /** A server that takes two requests on a connection, and closes it after the second script. */
  public static MisbehavingServer playing(Script first, Script second) throws IOException {
    return started(List.of(first, second));
  }

  private static MisbehavingServer started(List<Script> scripts) throws IOException {
    MisbehavingServer started =
        new MisbehavingServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(() -> started.accept(scripts));
    return started;
  }

  /** Writes a text and nothing more. */
  public static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** The server's base URL. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** The heads of all requests, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept(List<Script> scripts) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket, scripts));
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private void serve(Socket socket, List<Script> scripts) {
    try (socket) {
      for (Script script : scripts) {
        String head = head(socket.getInputStream());
        if (head.isEmpty()) {
          return;
        }
        requests.add(head);
        script.play(socket.getOutputStream());
      }
    } catch (IOException e) {
      // the client closed the connection
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
