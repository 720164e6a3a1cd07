package io.linernotes.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.Lookups;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.api.exchange.Revalidation;
import io.linernotes.api.priming.Priming;
import io.linernotes.cache.CacheUnavailableException;
import io.linernotes.config.Configuration;
import io.linernotes.observability.LogContext;
import io.linernotes.observability.LogLine;
import io.linernotes.observability.Loggers;
import io.linernotes.planning.SectionState.Status;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;

/** The Lambda function behind every route of the HTTP API. */
public final class ApiHandler
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>, Resource {

  private static final Logger LOG = Loggers.of(ApiHandler.class);

  /** The time reserved for encoding and returning an answer. */
  private static final Duration WIND_UP = Duration.ofSeconds(3);

  private final ApiSetup setup;

  /** The constructor that Lambda calls, with SnapStart before it takes the snapshot. */
  public ApiHandler() {
    this(System.getenv());
    Core.getGlobalContext().register(this);
  }

  /**
   * A handler that reads its configuration from the given environment.
   *
   * @throws IllegalStateException if a variable is missing or malformed, naming it and the remedy
   */
  public ApiHandler(Map<String, String> environment) {
    this(ApiSetup.from(Configuration.of(environment)));
  }

  ApiHandler(ApiSetup setup) {
    this.setup = setup;
  }

  /** Runs the priming. A failure is logged, and only makes the first request slower. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    try {
      Priming.run(System.getenv(), ApiHandler::new);
      setup.routes().touch();
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "the snapshot is taken without a primed request", e);
    }
  }

  /** Nothing to renew: each client opens new connections and reads its credentials again. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, Context context) {
    Request request = new Request(event);
    return LogContext.during(context, request.correlationId(), () -> handle(request, context));
  }

  private APIGatewayProxyResponseEvent handle(Request request, Context context) {
    Instant began = Instant.now();
    Instant latest = began.plusMillis(context.getRemainingTimeInMillis()).minus(WIND_UP);
    Answer answer =
        setup.origins().applied(request, Revalidation.of(request, answer(request, latest)));
    answer.lookups().measure(setup.metrics());
    setup.counters().add(began, answer.lookups().counts());
    line(request, answer)
        .with("tasks_sent", setup.queue().takeSent())
        .with("latency_ms", Duration.between(began, Instant.now()).toMillis())
        .log(LOG, Level.INFO);
    return encoded(answer, request);
  }

  private static LogLine line(Request request, Answer answer) {
    Lookups lookups = answer.lookups();
    return LogLine.of("request")
        .with("route", request.resource())
        .with("method", request.method())
        .with("status", answer.status())
        .with("tracks", lookups.tracks())
        .with("hits", lookups.count(Status.HIT))
        .with("stale", lookups.count(Status.STALE))
        .with("misses", lookups.count(Status.MISS))
        .with("pending", lookups.count(Status.PENDING));
  }

  private Answer answer(Request request, Instant latest) {
    try {
      return setup.routes().answer(request, latest);
    } catch (BadRequestException e) {
      return Answer.of(e.problem());
    } catch (CacheUnavailableException e) {
      LOG.log(Level.ERROR, "the cache is unavailable", e);
      return Answer.of(Problem.unavailable("The cache is unavailable: try again in 5 seconds."))
          .retryAfter(Duration.ofSeconds(5));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a fault in " + request.route(), e);
      return Answer.of(Problem.fault());
    }
  }

  private static APIGatewayProxyResponseEvent encoded(Answer answer, Request request) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Correlation-Id", request.correlationId());
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(answer.status())
        .withHeaders(headers)
        .withBody(answer.body());
  }
}
