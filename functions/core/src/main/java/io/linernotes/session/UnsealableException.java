package io.linernotes.session;

/** A sealed secret does not open: it is of another place, its key is gone, or it was changed. */
public final class UnsealableException extends RuntimeException {

  public UnsealableException(String message) {
    super(message);
  }

  public UnsealableException(String message, Throwable cause) {
    super(message, cause);
  }
}
