package io.linernotes.observability;

import java.lang.System.Logger;
import java.lang.System.LoggerFinder;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Creates loggers. {@link System#getLogger} finds a logging library on the JVM's class path only,
 * but Lambda loads a function with a class loader of its own.
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
