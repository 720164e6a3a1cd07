package io.linernotes.task.sqs;

import io.linernotes.observability.LogLine;
import io.linernotes.observability.Loggers;
import io.linernotes.provider.Provider;
import java.lang.System.Logger.Level;

/**
 * Receives the reason why messages could not be sent; the messages themselves are returned to the
 * caller.
 */
public interface SendFailures {

  /**
   * Reports that messages remain unsent.
   *
   * @param reason SQS's error code, or the name of the failure: never a body
   */
  void unsent(Provider provider, int messages, String reason);

  /** Logs one line for each report. */
  static SendFailures logged() {
    return (provider, messages, reason) ->
        LogLine.of("messages could not be sent")
            .with("provider", provider.id())
            .with("messages", messages)
            .with("cause", reason)
            .log(Loggers.of(SendFailures.class), Level.ERROR);
  }
}
