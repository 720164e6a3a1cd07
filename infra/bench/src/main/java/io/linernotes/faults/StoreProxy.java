package io.linernotes.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy between the functions and DynamoDB or SQS. Both speak JSON over HTTP, with the
 * operation's name in a header. Calls are forwarded unless a {@link StoreFault} applies to them.
 */
final class StoreProxy implements AutoCloseable {

  private static final Set<String> HEADERS = Set.of("content-type", "x-amz-target");
  private static final Set<String> RECEIVING = Set.of("ReceiveMessage", "DeleteMessageBatch");

  private final HttpServer server;
  private final URI store;
  private final Random random;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile StoreFault fault = new StoreFault.None();

  private StoreProxy(HttpServer server, URI store, Random random) {
    this.server = server;
    this.store = store;
    this.random = random;
  }

  /** Starts on a free port of the loopback interface, in front of the store. */
  static StoreProxy start(URI store, Random random) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      StoreProxy proxy = new StoreProxy(HttpServer.create(address, 0), store, random);
      proxy.server.setExecutor(proxy.threads);
      proxy.server.createContext("/", proxy::handle);
      proxy.server.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The URL that the functions use as the store's endpoint. */
  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Sets the fault from now on. */
  void set(StoreFault next) {
    fault = next;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      StoreCall call = StoreCall.read(exchange);
      switch (fault) {
        case StoreFault.Throttled(double share) when happens(share, call) ->
            send(exchange, call.throttled());
        case StoreFault.LostResponses(double share) when happens(share, call) -> {
          StoreReply _ = passedOn(call);
          // Closing the exchange without a reply ends the connection.
        }
        case StoreFault.PartialBatches() when call.isBatch() -> send(exchange, partly(call));
        case StoreFault.SentTwice() when call.operation().equals("SendMessageBatch") -> {
          StoreReply _ = passedOn(call.again(random));
          send(exchange, passedOn(call));
        }
        case StoreFault.Down() -> send(exchange, StoreReply.of(503, "{}"));
        default -> send(exchange, passedOn(call));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether the fault applies to this call. Receives and deletes always work: they are calls of
   * Lambda's own event sources, which are not under test.
   */
  private boolean happens(double share, StoreCall call) {
    return !RECEIVING.contains(call.operation()) && draw() < share;
  }

  private double draw() {
    synchronized (random) {
      return random.nextDouble();
    }
  }

  private StoreReply partly(StoreCall call) throws IOException, InterruptedException {
    List<StoreCall> halves = call.halves();
    return halves.size() < 2
        ? passedOn(call)
        : call.leavingOut(passedOn(halves.getFirst()), halves.getLast());
  }

  private StoreReply passedOn(StoreCall call) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(store.resolve(call.path()))
            .method(call.method(), BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::header);
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    Map<String, String> headers = new TreeMap<>();
    response
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> headers.put("Content-Type", type));
    return new StoreReply(response.statusCode(), headers, response.body());
  }

  private static void send(HttpExchange exchange, StoreReply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    exchange.getResponseBody().write(reply.body());
  }

  /** Whether the header is forwarded because the store needs it. */
  static boolean isPassedOn(String header) {
    return HEADERS.contains(header) || header.equals("authorization") || header.startsWith("x-amz");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }
}
