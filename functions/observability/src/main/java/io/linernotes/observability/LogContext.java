package io.linernotes.observability;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** What every line of one invocation tells: the function, the invocation, the request it is for. */
public final class LogContext {

  private static final String CORRELATION_ID = "correlation_id";

  private LogContext() {}

  /**
   * Does the work of one invocation.
   *
   * @param correlationId the request that all of it is for; null if it is for several
   */
  public static <T> T during(Context context, @Nullable String correlationId, Supplier<T> work) {
    PowertoolsLogging.initializeLogging(context);
    if (correlationId != null) {
      MDC.put(CORRELATION_ID, correlationId);
    }
    try {
      return work.get();
    } finally {
      // Not Powertools' clearState, which would miss Log4j where the handlers are embedded.
      MDC.clear();
    }
  }

  /** The work with the caller's context, on whichever thread it is done. */
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
