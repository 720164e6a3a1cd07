package io.linernotes.observability;

import java.lang.System.Logger;
import java.lang.System.LoggerFinder;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Where loggers come from. {@link System#getLogger} looks for what writes its lines on the JVM's
 * own class path alone, and Lambda loads a function by a class loader of its own.
 */
public final class Loggers {

  private static final Optional<LoggerFinder> FINDER =
      ServiceLoader.load(LoggerFinder.class, Loggers.class.getClassLoader()).findFirst();

  private Loggers() {}

  /** The logger of that class. */
  public static Logger of(Class<?> type) {
    return FINDER
        .map(finder -> finder.getLogger(type.getName(), type.getModule()))
        .orElseGet(() -> System.getLogger(type.getName()));
  }
}
