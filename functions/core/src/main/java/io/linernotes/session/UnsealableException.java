package io.linernotes.session;

/** A sealed secret that does not open: of another place, of a key that is gone, or changed. */
public final class UnsealableException extends RuntimeException {

  public UnsealableException(String message) {
    super(message);
  }

  public UnsealableException(String message, Throwable cause) {
    super(message, cause);
  }
}
