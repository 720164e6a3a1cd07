package io.linernotes.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A call to DynamoDB or SQS.
 *
 * @param operation its name, such as {@code BatchGetItem}
 */
record StoreCall(
    String method, String path, String operation, Map<String, String> headers, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static StoreCall read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (StoreProxy.isPassedOn(lower)) {
                headers.put(lower, values.getFirst());
              }
            });
    String target = headers.getOrDefault("x-amz-target", "");
    return new StoreCall(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        target.substring(target.indexOf('.') + 1),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  boolean isBatch() {
    return operation.equals("BatchGetItem")
        || operation.equals("BatchWriteItem")
        || operation.equals("SendMessageBatch");
  }

  /** The store's reply when it throttles this call. */
  StoreReply throttled() {
    String error =
        headers.getOrDefault("x-amz-target", "").startsWith("DynamoDB")
            ? "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"
            : "com.amazonaws.sqs#RequestThrottled";
    return StoreReply.of(400, "{\"__type\":\"" + error + "\",\"message\":\"Slow down\"}");
  }

  /** A call that sends the same messages again, in another order. */
  StoreCall again(Random random) {
    ObjectNode request = json(body);
    List<JsonNode> entries = new ArrayList<>();
    request.withArray("Entries").forEach(entries::add);
    synchronized (random) {
      Collections.shuffle(entries, random);
    }
    ArrayNode shuffled = JSON.createArrayNode();
    for (JsonNode entry : entries) {
      ObjectNode copy = entry.deepCopy();
      if (copy.has("MessageDeduplicationId")) {
        copy.put("MessageDeduplicationId", copy.path("MessageDeduplicationId").asText() + "-again");
      }
      shuffled.add(copy);
    }
    request.set("Entries", shuffled);
    return with(request);
  }

  /**
   * Splits the call into two that each have half of the batch; this call alone when the batch has
   * one item.
   */
  List<StoreCall> halves() {
    ObjectNode request = json(body);
    ArrayNode things = things(request);
    int half = things.size() / 2;
    if (half == 0) {
      return List.of(this);
    }
    ObjectNode first = request.deepCopy();
    ObjectNode second = request.deepCopy();
    remove(things(first), half, things.size());
    remove(things(second), 0, half);
    return List.of(with(first), with(second));
  }

  /** The reply to one half, extended to report the other half as unprocessed. */
  StoreReply leavingOut(StoreReply reply, StoreCall unserved) {
    if (reply.status() != 200) {
      return reply;
    }
    ObjectNode answer = json(reply.body());
    ObjectNode rest = json(unserved.body());
    switch (operation) {
      case "BatchGetItem" -> answer.set("UnprocessedKeys", rest.path("RequestItems"));
      case "BatchWriteItem" -> answer.set("UnprocessedItems", rest.path("RequestItems"));
      default -> {
        ArrayNode failed = answer.withArray("Failed");
        for (JsonNode entry : rest.path("Entries")) {
          failed
              .addObject()
              .put("Id", entry.path("Id").asText())
              .put("SenderFault", false)
              .put("Code", "InternalError");
        }
      }
    }
    return new StoreReply(reply.status(), reply.headers(), bytes(answer));
  }

  /** The batch's keys, requests or entries; a DynamoDB batch must name a single table. */
  private ArrayNode things(ObjectNode request) {
    if (operation.equals("SendMessageBatch")) {
      return request.withArray("Entries");
    }
    JsonNode table = request.path("RequestItems").elements().next();
    return (ArrayNode) (operation.equals("BatchGetItem") ? table.path("Keys") : table);
  }

  private static void remove(ArrayNode things, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      things.remove(i);
    }
  }

  private StoreCall with(ObjectNode request) {
    return new StoreCall(method, path, operation, headers, bytes(request));
  }

  private static ObjectNode json(byte[] body) {
    try {
      return (ObjectNode) JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ObjectNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
