package io.linernotes.json;

/** A stored record or message that this version of the service cannot read. */
public final class MalformedRecordException extends RuntimeException {

  MalformedRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
