package io.linernotes.local.stack.sqs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Splits messages into batches of at most ten, SQS's limit. */
final class Batches {
  static final int MOST = 10;

  private Batches() {}

  static List<List<Message>> of(List<Message> messages) {
    var batches = new ArrayList<List<Message>>();
    for (int start = 0; start < messages.size(); start += MOST) {
      batches.add(messages.subList(start, Math.min(start + MOST, messages.size())));
    }
    return batches;
  }

  static List<DeleteMessageBatchRequestEntry> deletions(List<Message> messages) {
    return IntStream.range(0, messages.size())
        .mapToObj(
            i ->
                DeleteMessageBatchRequestEntry.builder()
                    .id(String.valueOf(i))
                    .receiptHandle(messages.get(i).receiptHandle())
                    .build())
        .toList();
  }
}
