package io.linernotes.local.cli;

/** Arguments that make no sense; the message tells what would. */
final class UsageException extends CommandException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
