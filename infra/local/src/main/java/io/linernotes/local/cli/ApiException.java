package io.linernotes.local.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service refused a request or could not be reached. */
final class ApiException extends CommandException {
  private static final long serialVersionUID = 1;

  private final @Nullable Duration retryAfter;

  ApiException(String message, @Nullable Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** When to retry; null if a retry would fail in the same way. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
