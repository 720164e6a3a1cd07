package io.linernotes.local.stack;

/** A local stack that could not be started, or that was asked for what it does not have. */
public final class LocalStackException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LocalStackException(String message, Throwable cause) {
    super(message, cause);
  }
}
