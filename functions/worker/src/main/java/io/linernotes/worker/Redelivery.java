package io.linernotes.worker;

import java.time.Duration;

/** Sets when SQS redelivers a message that stays in the queue. */
public interface Redelivery {

  /**
   * Makes the message visible after {@code delay}; if that fails, its visibility timeout applies.
   */
  void after(String receiptHandle, Duration delay);
}
