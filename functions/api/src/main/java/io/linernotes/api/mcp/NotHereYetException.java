package io.linernotes.api.mcp;

/** A tool cannot work on a playlist that is still being fetched; the message says what to do. */
final class NotHereYetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotHereYetException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
