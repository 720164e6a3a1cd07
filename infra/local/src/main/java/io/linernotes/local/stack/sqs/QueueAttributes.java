package io.linernotes.local.stack.sqs;

import io.linernotes.local.stack.template.QueueSpec;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue's properties as CreateQueue takes them. */
final class QueueAttributes {
  private QueueAttributes() {}

  static Map<QueueAttributeName, String> of(QueueSpec queue) {
    var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT, seconds(queue.visibilityTimeout().toSeconds()));
    attributes.put(QueueAttributeName.DELAY_SECONDS, seconds(queue.delay().toSeconds()));
    attributes.put(
        QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS,
        seconds(queue.receiveWait().toSeconds()));
    attributes.put(
        QueueAttributeName.MESSAGE_RETENTION_PERIOD, seconds(queue.retention().toSeconds()));
    if (queue.fifo()) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
      attributes.put(
          QueueAttributeName.CONTENT_BASED_DEDUPLICATION,
          String.valueOf(queue.contentBasedDeduplication()));
    }
    queue
        .redrive()
        .ifPresent(redrive -> attributes.put(QueueAttributeName.REDRIVE_POLICY, json(redrive)));
    return attributes;
  }

  private static String seconds(long seconds) {
    return String.valueOf(seconds);
  }

  private static String json(QueueSpec.Redrive redrive) {
    return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
        .formatted(redrive.deadLetterArn(), redrive.maxReceiveCount());
  }
}
