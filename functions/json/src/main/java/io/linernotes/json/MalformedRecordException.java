package io.linernotes.json;

/** Bytes that this service did not write, or wrote in another version. */
public final class MalformedRecordException extends RuntimeException {

  MalformedRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
