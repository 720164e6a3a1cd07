package io.linernotes.local.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer that says no, or none at all. */
final class ApiException extends CommandException {
  private static final long serialVersionUID = 1;

  private final @Nullable Duration retryAfter;

  ApiException(String message, @Nullable Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** When to ask again; null if the answer would be the same. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
