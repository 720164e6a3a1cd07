package io.linernotes.json;

/** Bytes that this service did not write, or that another version of it wrote. */
public final class MalformedRecordException extends RuntimeException {

  MalformedRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
