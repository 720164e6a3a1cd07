package io.linernotes.cache;

/** The store did not answer; nothing is known about what it holds. */
public final class CacheUnavailableException extends RuntimeException {

  public CacheUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
