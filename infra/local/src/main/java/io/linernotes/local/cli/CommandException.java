package io.linernotes.local.cli;

/** A command that cannot do what it was asked for; the message tells why and what to do. */
class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CommandException(String message) {
    super(message);
  }

  CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
