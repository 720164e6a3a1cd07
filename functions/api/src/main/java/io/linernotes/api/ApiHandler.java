package io.linernotes.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.linernotes.cache.CacheUnavailableException;
import io.linernotes.config.Configuration;
import io.linernotes.json.PlainFormat;
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

  private static final Logger LOG = System.getLogger(ApiHandler.class.getName());

  /** What encoding an answer and handing it over takes at most. */
  private static final Duration WIND_UP = Duration.ofSeconds(3);

  private final Routes routes;

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
    this(Routes.configured(Configuration.of(environment)));
  }

  ApiHandler(Routes routes) {
    this.routes = routes;
  }

  /** What cannot be rehearsed only makes the first request slower, and is told in the log. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    try {
      Rehearsal.run(System.getenv());
      routes.touch();
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "the snapshot is taken without a rehearsed request", e);
    }
  }

  /** Nothing is stale: every client opens its connections and asks for credentials anew. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, Context context) {
    Request request = new Request(event);
    Instant latest = Instant.now().plusMillis(context.getRemainingTimeInMillis()).minus(WIND_UP);
    Answer answer = answer(request, latest);
    LOG.log(
        Level.INFO,
        () ->
            PlainFormat.compactText(
                Map.of(
                    "route", request.route(),
                    "status", answer.status(),
                    "correlation_id", request.correlationId())));
    return encoded(answer, request);
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
