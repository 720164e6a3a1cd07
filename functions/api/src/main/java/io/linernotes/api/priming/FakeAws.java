package io.linernotes.api.priming;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.linernotes.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A server on the loopback interface with the parts of DynamoDB's and SQS's protocols that priming
 * needs: a table that returns the items put into it, and queues that accept and drop every message.
 */
final class FakeAws implements AutoCloseable {

  private static final String NO_MESSAGES =
      "{\"Attributes\":{\"ApproximateNumberOfMessages\":\"0\","
          + "\"ApproximateNumberOfMessagesNotVisible\":\"0\","
          + "\"ApproximateNumberOfMessagesDelayed\":\"0\"}}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, String> items = new ConcurrentHashMap<>();

  private FakeAws(HttpServer server) {
    this.server = server;
  }

  static FakeAws start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeAws aws = new FakeAws(server);
    server.setExecutor(aws.threads);
    server.createContext("/", aws::answer);
    server.start();
    return aws;
  }

  /** The variables that make the SDK call this server instead of AWS. */
  Map<String, String> environment() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "AWS_ENDPOINT_URL_DYNAMODB",
        url,
        "AWS_ENDPOINT_URL_SQS",
        url,
        "AWS_ACCESS_KEY_ID",
        "priming",
        "AWS_SECRET_ACCESS_KEY",
        "priming");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
      byte[] request = exchange.getRequestBody().readAllBytes();
      byte[] answer = answer(target, request).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private String answer(String target, byte[] request) {
    return switch (target.substring(target.indexOf('.') + 1)) {
      case "BatchGetItem" -> Json.parse(request).map(this::found).orElse("{}");
      case "PutItem" -> {
        Json.parse(request).ifPresent(this::keep);
        yield "{}";
      }
      case "SendMessageBatch" -> Json.parse(request).map(FakeAws::taken).orElse("{}");
      case "GetQueueAttributes" -> NO_MESSAGES;
      default -> "{}";
    };
  }

  private void keep(Json request) {
    items.put(String.valueOf(request.text("Item", "key", "S")), request.at("Item").toString());
  }

  private String found(Json request) {
    Json tables = request.at("RequestItems");
    return tables.fields().stream()
        .map(table -> "\"" + table + "\":[" + found(tables, table) + "]")
        .collect(Collectors.joining(",", "{\"Responses\":{", "},\"UnprocessedKeys\":{}}"));
  }

  private String found(Json tables, String table) {
    return tables.list(table, "Keys").stream()
        .flatMap(
            key -> Optional.ofNullable(items.get(String.valueOf(key.text("key", "S")))).stream())
        .collect(Collectors.joining(","));
  }

  /** The SDK compares these digests with those of its own messages. */
  private static String taken(Json request) {
    return request.list("Entries").stream()
        .map(
            entry ->
                "{\"Id\":\"%s\",\"MessageId\":\"priming\",\"MD5OfMessageBody\":\"%s\"}"
                    .formatted(entry.text("Id"), md5(String.valueOf(entry.text("MessageBody")))))
        .collect(Collectors.joining(",", "{\"Successful\":[", "],\"Failed\":[]}"));
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
