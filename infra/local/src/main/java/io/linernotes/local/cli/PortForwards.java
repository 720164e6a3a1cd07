package io.linernotes.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Forwards connections to an address of this machine to the same ports of its loopback interface,
 * where the stack's servers listen. Containers can reach that address, but not the loopback
 * interface.
 */
final class PortForwards implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*");
  private static final int BACKLOG = 50;

  private final Map<ServerSocket, Thread> listeners = new LinkedHashMap<>();

  private PortForwards() {}

  /**
   * Opens the ports on that host if it is a numeric address of this machine other than loopback; a
   * name is not resolved, because it may lead to an interface that the user did not mean.
   */
  static PortForwards open(String host, Collection<Integer> ports) {
    var forwards = new PortForwards();
    try {
      if (ADDRESS.matcher(host).matches() && isOutwardAddress(InetAddress.getByName(host))) {
        for (int port : ports) {
          forwards.listen(InetAddress.getByName(host), port);
        }
      }
      return forwards;
    } catch (IOException e) {
      forwards.close();
      throw new CommandException("Containers cannot reach this machine at " + host + ": " + e, e);
    }
  }

  private static boolean isOutwardAddress(InetAddress address) throws IOException {
    return !address.isLoopbackAddress() && NetworkInterface.getByInetAddress(address) != null;
  }

  private void listen(InetAddress address, int port) throws IOException {
    var listener = new ServerSocket(port, BACKLOG, address);
    listeners.put(
        listener, Thread.ofVirtual().name("forward-" + port).start(() -> accept(listener)));
  }

  private static void accept(ServerSocket listener) {
    try {
      while (true) {
        var caller = listener.accept();
        Thread.ofVirtual().start(() -> forward(caller, listener.getLocalPort()));
      }
    } catch (IOException e) {
      // The forward was closed.
    }
  }

  private static void forward(Socket caller, int port) {
    try (caller;
        var server = new Socket()) {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      var replies = Thread.ofVirtual().start(() -> copy(server, caller));
      copy(caller, server);
      replies.join();
    } catch (IOException e) {
      // One side has closed the connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Copies until the sender's stream ends, then shuts down the receiver's. */
  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One side has closed the connection.
    }
  }

  /** A port is free only once its thread has left {@code accept}. */
  @Override
  public void close() {
    listeners.forEach(
        (listener, thread) -> {
          try {
            listener.close();
            thread.join();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
