package io.linernotes.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortForwardsTest {
  private final HttpServer server;

  PortForwardsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            body.write("hello".getBytes(UTF_8));
          }
        });
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void reachesALoopbackServerByAnotherAddressWhileOpen() throws Exception {
    var address = outwardAddress();
    assumeTrue(address.isPresent(), "this machine has no other address");

    try (var open = PortForwards.open(address.get(), List.of(port()))) {
      assertThat(open).isNotNull();
      assertThat(get(address.get())).isEqualTo("hello");
    }

    assertThatThrownBy(() -> new Socket(address.get(), port()))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void opensNothingForANameOrForLoopback() {
    for (var host : List.of("host.docker.internal", "localhost", "127.0.0.1")) {
      try (var open = PortForwards.open(host, List.of(port()))) {
        assertThat(open).isNotNull();
      }
    }
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private String get(String host) throws IOException {
    try (var body = URI.create("http://%s:%d/".formatted(host, port())).toURL().openStream()) {
      return new String(body.readAllBytes(), UTF_8);
    }
  }

  private static Optional<String> outwardAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
        .map(InetAddress::getHostAddress)
        .findFirst();
  }
}
