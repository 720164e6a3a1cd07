package io.linernotes.task.sqs;

import io.linernotes.provider.Provider;

/** Told why messages could not be sent, for the log; the messages themselves are given back. */
public interface SendFailures {

  /**
   * Messages remain unsent.
   *
   * @param reason SQS's error code, or the name of the failure: never a body
   */
  void unsent(Provider provider, int messages, String reason);
}
