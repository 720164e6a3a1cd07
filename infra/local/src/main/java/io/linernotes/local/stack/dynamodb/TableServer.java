package io.linernotes.local.stack.dynamodb;

import io.linernotes.local.stack.PrivateFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.CommandLineInput;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local on the loopback interface, in memory or in a directory. */
public final class TableServer implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  private final DynamoDBProxyServer server;
  private final URI endpoint;

  private TableServer(DynamoDBProxyServer server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  /** Starts it on a free port. With a directory, tables persist between runs. */
  public static TableServer start(Optional<Path> directory) throws Exception {
    logToStandardError();
    for (int attempt = 1; ; attempt++) {
      var port = freePort();
      try {
        var server = server(port, directory);
        listenOnLoopbackOnly(server);
        server.start();
        return new TableServer(server, URI.create("http://127.0.0.1:" + port));
      } catch (IOException e) {
        // Another process took the port first.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Its endpoint. */
  public URI endpoint() {
    return endpoint;
  }

  /** DynamoDB Local logs to standard output, which is reserved for the caller of the stack. */
  private static void logToStandardError() {
    var property = "log4j2.configurationFile";
    if (System.getProperty(property) == null) {
      System.setProperty(property, "linernotes-local-log4j2.xml");
    }
  }

  /**
   * DynamoDB Local listens on all interfaces and has no option to change that; its Jetty server
   * has.
   */
  private static void listenOnLoopbackOnly(DynamoDBProxyServer server)
      throws ReflectiveOperationException {
    var field = DynamoDBProxyServer.class.getDeclaredField("server");
    field.setAccessible(true);
    for (var connector : ((Server) field.get(server)).getConnectors()) {
      ((ServerConnector) connector).setHost("127.0.0.1");
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** {@code createServerFromCommandLineArgs} does the same, but prints its arguments. */
  private static DynamoDBProxyServer server(int port, Optional<Path> directory) throws Exception {
    var input = new CommandLineInput(arguments(port, directory));
    if (!input.init()) {
      throw new IllegalArgumentException("DynamoDB Local does not know its arguments");
    }
    return ServerRunner.createServer(input);
  }

  private static String[] arguments(int port, Optional<Path> directory) throws IOException {
    var arguments =
        new ArrayList<>(List.of("-port", String.valueOf(port), "-sharedDb", "-disableTelemetry"));
    if (directory.isEmpty()) {
      arguments.add("-inMemory");
    } else {
      arguments.addAll(
          List.of("-dbPath", PrivateFile.directory(directory.get()).toAbsolutePath().toString()));
    }
    return arguments.toArray(String[]::new);
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
