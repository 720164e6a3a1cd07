package io.linernotes.local.stack.lambda;

/** A handler cannot be constructed. */
final class InitException extends Exception {
  private static final long serialVersionUID = 1;

  InitException(String message) {
    super(message);
  }

  InitException(String message, Throwable cause) {
    super(message, cause);
  }
}
