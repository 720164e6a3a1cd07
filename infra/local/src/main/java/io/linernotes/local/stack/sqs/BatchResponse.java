package io.linernotes.local.stack.sqs;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;

/** Parses a handler's batch response as Lambda's event source mapping does. */
final class BatchResponse {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BatchResponse() {}

  /**
   * The messages to delete: all of them when the response names no failure, none when it is
   * malformed or names a message that is not in the batch.
   */
  static List<Message> succeeded(List<Message> batch, byte[] response) {
    var ids = batch.stream().map(Message::messageId).collect(toSet());
    var failed = failures(response, ids);
    return batch.stream().filter(message -> !failed.contains(message.messageId())).toList();
  }

  private static Set<String> failures(byte[] response, Set<String> ids) {
    var failed = new HashSet<String>();
    for (var failure : read(response).path("batchItemFailures")) {
      var id = failure.path("itemIdentifier");
      if (!id.isTextual() || !ids.contains(id.asText())) {
        return ids;
      }
      failed.add(id.asText());
    }
    return failed;
  }

  private static JsonNode read(byte[] response) {
    try {
      return JSON.readTree(response);
    } catch (IOException e) {
      throw new IllegalStateException("A function's answer is JSON", e);
    }
  }
}
