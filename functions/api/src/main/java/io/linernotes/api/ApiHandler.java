package io.linernotes.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.linernotes.cache.CacheUnavailableException;
import io.linernotes.config.Configuration;
import io.linernotes.observability.LogContext;
import io.linernotes.observability.LogLine;
import io.linernotes.observability.Loggers;
import io.linernotes.observability.Metrics;
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

/** The Lambda behind every route of the HTTP API. */
public final class ApiHandler
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>, Resource {

  private static final Logger LOG = Loggers.of(ApiHandler.class);

  /** What encoding an answer and handing it over takes at most. */
  private static final Duration WIND_UP = Duration.ofSeconds(3);

  private final Routes routes;
  private final Metrics metrics;

  /** As Lambda constructs it, and tells it when a snapshot is about to be taken. */
  public ApiHandler() {
    this(System.getenv());
    Core.getGlobalContext().register(this);
  }

  /**
   * A handler with another environment than the process has.
   *
   * @throws IllegalStateException if a variable is missing or malformed, naming it and the remedy
   */
  public ApiHandler(Map<String, String> environment) {
    this(Configuration.of(environment));
  }

  private ApiHandler(Configuration configuration) {
    this(Routes.configured(configuration), Metrics.from(configuration));
  }

  ApiHandler(Routes routes, Metrics metrics) {
    this.routes = routes;
    this.metrics = metrics;
  }

  /** What cannot be rehearsed only makes the first request slower, and is told in the log. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    try {
      Priming.run(System.getenv());
      routes.touch();
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "the snapshot is taken without a primed request", e);
    }
  }

  /** Nothing is stale: every client opens its connections and asks for credentials anew. */
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
    Answer answer = answer(request, latest);
    answer.lookups().measure(metrics);
    line(request, answer)
        .with("tasks_sent", routes.takeSent())
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
      return routes.answer(request, latest);
    } catch (BadRequestException e) {
      return Answer.of(e.problem());
    } catch (CacheUnavailableException e) {
      LOG.log(Level.ERROR, "the cache is unavailable", e);
      return Answer.of(
              Problem.unavailable("The cache does not answer at the moment: ask again soon."))
          .with("Retry-After", "5");
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a fault in " + request.route(), e);
      return Answer.of(Problem.fault());
    }
  }

  private static APIGatewayProxyResponseEvent encoded(Answer answer, Request request) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.putIfAbsent("Cache-Control", "no-store");
    headers.put("X-Correlation-Id", request.correlationId());
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(answer.status())
        .withHeaders(headers)
        .withBody(answer.body());
  }
}
