package io.linernotes.api.mcp;

/** The playlist that a tool needs is still being fetched. The message says what to do. */
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
