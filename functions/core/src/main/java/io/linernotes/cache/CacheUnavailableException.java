package io.linernotes.cache;

/** The store did not answer. This says nothing about its contents: it is not a cache miss. */
public final class CacheUnavailableException extends RuntimeException {

  public CacheUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
