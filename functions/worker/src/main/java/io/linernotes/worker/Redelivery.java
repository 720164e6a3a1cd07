package io.linernotes.worker;

import java.time.Duration;

/** When a message that stays in the queue is seen again. */
public interface Redelivery {

  /** Makes the message visible after {@code delay}; a failure leaves it to the queue's own time. */
  void after(String receiptHandle, Duration delay);
}
