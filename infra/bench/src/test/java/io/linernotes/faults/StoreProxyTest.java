package io.linernotes.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy in front of a store that keeps the calls it gets, and answers them with nothing. */
class StoreProxyTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BATCH =
      "{\"RequestItems\":{\"T\":{\"Keys\":[{\"k\":{\"S\":\"a\"}},{\"k\":{\"S\":\"b\"}}]}}}";
  private static final String MESSAGES =
      "{\"Entries\":[{\"Id\":\"1\",\"MessageBody\":\"x\",\"MessageDeduplicationId\":\"d\"},"
          + "{\"Id\":\"2\",\"MessageBody\":\"y\"}]}";

  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer store = server();
  private StoreProxy proxy = StoreProxy.start(URI.create("http://127.0.0.1:1"), new Random(1));

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    proxy.close();
    store.createContext(
        "/",
        exchange -> {
          arrived.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    store.start();
    proxy =
        StoreProxy.start(
            URI.create("http://127.0.0.1:" + store.getAddress().getPort()), new Random(1));
  }

  @AfterEach
  void stop() {
    proxy.close();
    store.stop(0);
    client.close();
  }

  @Test
  void passesCallsOn() throws Exception {
    assertThat(call("DynamoDB_20120810.BatchGetItem", BATCH).body()).isEqualTo("{}");
    assertThat(arrived).containsExactly(BATCH);
  }

  @Test
  void refusesWithoutAnEffect() throws Exception {
    proxy.set(new StoreFault.Throttled(1));

    HttpResponse<String> reply = call("DynamoDB_20120810.UpdateItem", "{}");

    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body()).contains("ProvisionedThroughputExceededException");
    assertThat(arrived).isEmpty();
  }

  @Test
  void losesAnswersOfCallsThatTookEffect() {
    proxy.set(new StoreFault.LostResponses(1));

    assertThatThrownBy(() -> call("DynamoDB_20120810.UpdateItem", "{}"))
        .isInstanceOf(IOException.class);
    assertThat(arrived).contains("{}");
  }

  @Test
  void leavesHalfOfABatchUnprocessed() throws Exception {
    proxy.set(new StoreFault.PartialBatches());

    JsonNode reply = JSON.readTree(call("DynamoDB_20120810.BatchGetItem", BATCH).body());

    assertThat(reply.at("/UnprocessedKeys/T/Keys/0/k/S").asText()).isEqualTo("b");
    assertThat(JSON.readTree(arrived.getFirst()).at("/RequestItems/T/Keys")).hasSize(1);
  }

  @Test
  void saysOfHalfOfTheMessagesThatTheyFailed() throws Exception {
    proxy.set(new StoreFault.PartialBatches());

    JsonNode reply = JSON.readTree(call("AmazonSQS.SendMessageBatch", MESSAGES).body());

    assertThat(reply.at("/Failed/0/Id").asText()).isEqualTo("2");
    assertThat(JSON.readTree(arrived.getFirst()).path("Entries")).hasSize(1);
  }

  @Test
  void sendsEveryMessageTwice() throws Exception {
    proxy.set(new StoreFault.SentTwice());

    HttpResponse<String> _ = call("AmazonSQS.SendMessageBatch", MESSAGES);

    assertThat(arrived).hasSize(2);
    assertThat(JSON.readTree(arrived.getFirst()).findValuesAsText("MessageBody"))
        .containsExactlyInAnyOrder("x", "y");
    assertThat(arrived.getFirst()).contains("d-again");
    assertThat(arrived.getLast()).isEqualTo(MESSAGES);
  }

  private HttpResponse<String> call(String target, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(proxy.url())
            .header("X-Amz-Target", target)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
