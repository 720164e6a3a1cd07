package io.linernotes.observability;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** The fields of every log line of one invocation: function, invocation, correlation id. */
public final class LogContext {

  private static final String CORRELATION_ID = "correlation_id";

  private LogContext() {}

  /**
   * Runs the work of one invocation with these fields.
   *
   * @param correlationId of the request that the work is for; null if it is for several
   */
  public static <T> T during(Context context, @Nullable String correlationId, Supplier<T> work) {
    PowertoolsLogging.initializeLogging(context);
    if (correlationId != null) {
      MDC.put(CORRELATION_ID, correlationId);
    }
    try {
      return work.get();
    } finally {
      // Powertools' clearState needs Log4j, which is absent where the handlers are embedded.
      MDC.clear();
    }
  }

  /** The work with the caller's fields, on any thread. */
  public static Runnable carriedTo(Runnable work) {
    @Nullable Map<String, String> carried = MDC.getCopyOfContextMap();
    return () -> {
      if (carried != null) {
        MDC.setContextMap(carried);
      }
      try {
        work.run();
      } finally {
        MDC.clear();
      }
    };
  }
}
