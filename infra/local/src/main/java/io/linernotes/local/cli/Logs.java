package io.linernotes.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** What the service logs goes to standard error, a line each. */
final class Logs {
  private static final String CONFIGURATION =
      """
      handlers = java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.level = ALL
      java.util.logging.SimpleFormatter.format = %%1$tT %%4$s %%3$s: %%5$s%%6$s%%n
      .level = WARNING
      io.linernotes.level = %s
      """;

  private Logs() {}

  static void show(boolean all) {
    var configuration = CONFIGURATION.formatted(all ? "ALL" : "WARNING");
    try {
      LogManager.getLogManager()
          .readConfiguration(new ByteArrayInputStream(configuration.getBytes(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
