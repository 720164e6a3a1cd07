package io.linernotes.local.stack.gateway;

import io.linernotes.local.stack.lambda.FunctionRuntime;
import io.linernotes.local.stack.lambda.Invocation;
import io.linernotes.local.stack.template.ApiSpec;
import io.linernotes.local.stack.template.Route;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers requests as API Gateway does: checks key and size, invokes the function, maps errors. */
final class ApiGateway {
  /** The largest request and response of one synchronous Lambda invocation, in bytes. */
  private static final int LAMBDA_PAYLOAD = 6 * 1024 * 1024;

  /**
   * How long a request waits for a free instance. API Gateway would refuse it at once. This machine
   * runs only as many instances as the reserved concurrency allows, and waiting serves more
   * clients.
   */
  private static final Duration QUEUE = Duration.ofSeconds(60);

  private final ApiSpec api;
  private final Router router;
  private final BodyModels bodies;
  private final GatewayResponses responses;
  private final Map<String, FunctionRuntime> functions;
  private final ApiKeys keys;

  ApiGateway(ApiSpec api, Map<String, FunctionRuntime> functions, ApiKeys keys) {
    this.api = api;
    this.router = new Router(api.routes());
    this.bodies = new BodyModels(api.routes());
    this.responses = new GatewayResponses(api.gatewayResponses());
    this.functions = functions;
    this.keys = keys;
  }

  Answer answer(Request request) {
    // SAM adds an OPTIONS method for preflights, which takes precedence over a path's ANY.
    if (isPreflight(request)) {
      return preflight();
    }
    return router
        .find(request.method(), request.rawPath())
        .map(match -> answer(request, match))
        .orElseGet(() -> error(GatewayError.MISSING_AUTHENTICATION_TOKEN, request));
  }

  private Answer answer(Request request, Router.Match match) {
    var denied = denied(match.route(), request.header("x-api-key"));
    if (denied != null) {
      return error(denied, request);
    }
    return bodies
        .objection(match.route(), request)
        .map(reason -> responses.answer(GatewayError.BAD_REQUEST_BODY, request.id(), reason))
        .orElseGet(() -> invoke(request, match));
  }

  Answer tooLarge(Request request) {
    return error(GatewayError.REQUEST_TOO_LARGE, request);
  }

  private @Nullable GatewayError denied(Route route, @Nullable String key) {
    if (!route.iam() && !route.apiKeyRequired()) {
      return null;
    }
    if (!keys.knows(key)) {
      return GatewayError.INVALID_API_KEY;
    }
    return route.iam() && !keys.isAdmin(key) ? GatewayError.ACCESS_DENIED : null;
  }

  private Answer invoke(Request request, Router.Match match) {
    byte[] event;
    try {
      event = ProxyEvent.of(request, match, api.stage(), isBinary(request.header("Content-Type")));
    } catch (IllegalArgumentException e) {
      return responses.answer(
          GatewayError.BAD_REQUEST_PARAMETERS, request.id(), "[not percent-encoded]");
    }
    if (event.length > LAMBDA_PAYLOAD) {
      return error(GatewayError.REQUEST_TOO_LARGE, request);
    }
    var function = functions.get(match.route().functionId());
    if (function == null) {
      return error(GatewayError.API_CONFIGURATION_ERROR, request);
    }
    return switch (function.invokeWithin(QUEUE, event)) {
      case Invocation.Answered answered -> answer(answered, request);
      case Invocation.Failed failed -> error(GatewayError.DEFAULT_5XX, request);
      case Invocation.TimedOut() -> error(GatewayError.INTEGRATION_TIMEOUT, request);
      case Invocation.Throttled() -> error(GatewayError.API_CONFIGURATION_ERROR, request);
    };
  }

  private Answer answer(Invocation.Answered answered, Request request) {
    if (answered.json().length > LAMBDA_PAYLOAD) {
      return error(GatewayError.DEFAULT_5XX, request);
    }
    return ProxyResponse.read(answered.json(), isBinary(request.header("Accept")))
        .orElseGet(() -> error(GatewayError.DEFAULT_5XX, request));
  }

  private Answer error(GatewayError error, Request request) {
    return responses.answer(error, request.id());
  }

  /** API Gateway looks at the first media type only. */
  private boolean isBinary(@Nullable String mediaTypes) {
    var first = mediaTypes == null ? "" : mediaTypes.split("[,;]", 2)[0].strip();
    return api.binaryMediaTypes().contains("*/*") || api.binaryMediaTypes().contains(first);
  }

  private boolean isPreflight(Request request) {
    return request.method().equals("OPTIONS")
        && !api.cors().isEmpty()
        && router.knows(request.rawPath());
  }

  private Answer preflight() {
    var headers = new LinkedHashMap<String, List<String>>();
    api.cors().forEach((name, value) -> headers.put(name, List.of(value.replace("'", ""))));
    return new Answer(200, headers, new byte[0]);
  }
}
