package io.linernotes.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records what the service logs at every level while this is open: each line's message and fields.
 */
final class LogLines extends Handler {

  /** A strong reference: a logger that is garbage-collected loses its level. */
  private final Logger ours = Logger.getLogger("io.linernotes");

  private final SimpleFormatter formatter = new SimpleFormatter();
  private final List<Line> lines = Collections.synchronizedList(new ArrayList<>());
  private final @Nullable Level before;

  /**
   * A line.
   *
   * @param fields each as {@code name=value}
   * @param text all of it, stack traces included
   */
  record Line(String message, List<String> fields, String text) {

    boolean is(String wanted) {
      return message.equals(wanted);
    }

    /** The field's value; empty if there is no such field. */
    String field(String name) {
      return fields.stream()
          .filter(field -> field.startsWith(name + "="))
          .map(field -> field.substring(name.length() + 1))
          .findFirst()
          .orElse("");
    }
  }

  private LogLines(@Nullable Level before) {
    this.before = before;
  }

  /**
   * Starts recording. It sets the level, because earlier tests in this process may have disabled
   * the logs.
   */
  static LogLines listening() {
    Logger ours = Logger.getLogger("io.linernotes");
    LogLines lines = new LogLines(ours.getLevel());
    lines.ours.setLevel(Level.ALL);
    lines.ours.addHandler(lines);
    return lines;
  }

  /** What was logged so far. */
  List<Line> all() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  @Override
  public void publish(LogRecord line) {
    List<String> fields =
        Stream.ofNullable(line.getParameters()).flatMap(Stream::of).map(String::valueOf).toList();
    lines.add(new Line(line.getMessage(), fields, formatter.format(line) + fields));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ours.removeHandler(this);
    ours.setLevel(before);
  }
}
