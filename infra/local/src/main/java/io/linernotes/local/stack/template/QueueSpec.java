package io.linernotes.local.stack.template;

import java.time.Duration;
import java.util.Optional;

/** An SQS queue. */
public record QueueSpec(
    String logicalId,
    String name,
    String url,
    String arn,
    boolean fifo,
    boolean contentBasedDeduplication,
    Duration visibilityTimeout,
    Duration delay,
    Duration receiveWait,
    Duration retention,
    Optional<Redrive> redrive) {

  /** Where a message goes that was received too often. */
  public record Redrive(String deadLetterArn, int maxReceiveCount) {}
}
