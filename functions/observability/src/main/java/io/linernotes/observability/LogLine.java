package io.linernotes.observability;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;
import software.amazon.lambda.powertools.logging.argument.StructuredArguments;

/**
 * A log line: a message, and fields to search and count by. In Lambda each is a field of the line's
 * JSON; elsewhere they are the log record's parameters, printed as {@code name=value}.
 */
public final class LogLine {

  private static final int LONGEST = 300;
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  private final String message;
  private final List<StructuredArgument> fields = new ArrayList<>();

  private LogLine(String message) {
    this.message = message;
  }

  /**
   * A line without fields yet.
   *
   * @param message the same for all lines of this kind; what varies goes into fields
   */
  public static LogLine of(String message) {
    return new LogLine(message);
  }

  /**
   * Adds a field, unless {@code value} is null.
   *
   * @param value a text, a number, a truth value, or a list of these
   */
  public LogLine with(String field, @Nullable Object value) {
    if (value != null) {
      fields.add(
          StructuredArguments.entry(field, value instanceof String text ? legible(text) : value));
    }
    return this;
  }

  /** The text may come from outside: without control characters, and cut. */
  private static String legible(String text) {
    String printable = CONTROLS.matcher(text).replaceAll(" ");
    return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST);
  }

  /** Writes the line. */
  public void log(Logger logger, Level level) {
    logger.log(level, message, fields.toArray());
  }
}
