package io.linernotes.task.sqs;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Messages that a test takes from a queue. */
final class ReceivedMessages {

  private ReceivedMessages() {}

  /** As many as wanted, or fewer if no more come. */
  static List<Message> from(SqsClient client, String url, int count) {
    List<Message> received = new ArrayList<>();
    for (int calls = 0; received.size() < count && calls < count + 5; calls++) {
      List<Message> batch =
          client
              .receiveMessage(
                  request ->
                      request
                          .queueUrl(url)
                          .maxNumberOfMessages(Math.min(10, count - received.size()))
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      // Deleted if more are awaited, because a FIFO group delivers its next message only then.
      if (received.size() + batch.size() < count) {
        batch.forEach(
            each ->
                client.deleteMessage(
                    request -> request.queueUrl(url).receiptHandle(each.receiptHandle())));
      }
      received.addAll(batch);
    }
    return received;
  }
}
