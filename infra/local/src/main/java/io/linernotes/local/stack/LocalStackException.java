package io.linernotes.local.stack;

/** A local stack cannot be started, or does not have what a caller named. */
public final class LocalStackException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LocalStackException(String message, Throwable cause) {
    super(message, cause);
  }
}
