package io.linernotes.local.cli;

/** Invalid arguments; the message says what is valid. */
final class UsageException extends CommandException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
