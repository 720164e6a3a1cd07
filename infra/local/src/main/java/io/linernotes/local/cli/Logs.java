package io.linernotes.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the service's logs on standard error, one line per record. */
final class Logs {
  /** A strong reference: a logger that is garbage-collected loses its level. */
  private static final Logger OURS = Logger.getLogger("io.linernotes");

  private static final Logger ALL = Logger.getLogger("");

  private Logs() {}

  /** Shows warnings; with {@code verbose}, every level and stack traces. */
  static void show(boolean verbose) {
    LogManager.getLogManager().reset();
    var handler = new ConsoleHandler();
    handler.setLevel(Level.ALL);
    handler.setFormatter(new Line(verbose));
    ALL.addHandler(handler);
    ALL.setLevel(Level.WARNING);
    OURS.setLevel(verbose ? Level.ALL : Level.WARNING);
  }

  /** Hides all further logs: components that are being stopped log errors about it. */
  static void hide() {
    OURS.setLevel(Level.OFF);
    ALL.setLevel(Level.OFF);
  }

  private static final class Line extends Formatter {
    private final boolean verbose;

    Line(boolean verbose) {
      this.verbose = verbose;
    }

    @Override
    public String format(LogRecord log) {
      var time = LocalTime.ofInstant(log.getInstant(), ZoneId.systemDefault());
      return "%s %s %s: %s%s%n"
          .formatted(
              time.truncatedTo(ChronoUnit.SECONDS),
              log.getLevel(),
              simpleName(Objects.requireNonNullElse(log.getLoggerName(), "")),
              formatMessage(log) + fields(log),
              log.getThrown() == null ? "" : cause(log.getThrown()));
    }

    /** The parameters for which the message has no placeholders. */
    private static String fields(LogRecord log) {
      return log.getParameters() == null || log.getMessage().contains("{")
          ? ""
          : Stream.of(log.getParameters())
              .map(String::valueOf)
              .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String simpleName(String logger) {
      return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private String cause(Throwable thrown) {
      if (!verbose) {
        return ": " + thrown + " (--verbose tells where)";
      }
      var trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace, true));
      return System.lineSeparator() + trace.toString().stripTrailing();
    }
  }
}
