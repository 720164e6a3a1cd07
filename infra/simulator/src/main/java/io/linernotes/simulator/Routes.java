package io.linernotes.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Endpoints by method and path, such as {@code GET /tracks/{id}}; the first that matches answers.
 */
final class Routes implements Simulation {
  private final List<Route> routes = new ArrayList<>();
  private final Function<Request, Reply> otherwise;

  Routes(Function<Request, Reply> otherwise) {
    this.otherwise = otherwise;
  }

  Routes add(String endpoint, Function<Request, Reply> handler) {
    return add(endpoint, (request, ignored) -> handler.apply(request));
  }

  /** Adds an endpoint with one variable part in its path. */
  Routes add(String endpoint, BiFunction<Request, String, Reply> handler) {
    routes.add(new Route(endpoint, pattern(endpoint), handler));
    return this;
  }

  @Override
  public Call route(Request request) {
    String line = request.method() + " " + request.path();
    for (Route route : routes) {
      Matcher matcher = route.pattern().matcher(line);
      if (matcher.matches()) {
        String variable = matcher.groupCount() == 0 ? "" : matcher.group(1);
        return new Call(route.endpoint(), () -> route.handler().apply(request, variable));
      }
    }
    return new Call("other", () -> otherwise.apply(request));
  }

  private static Pattern pattern(String endpoint) {
    int open = endpoint.indexOf('{');
    if (open < 0) {
      return Pattern.compile(Pattern.quote(endpoint) + "/?");
    }
    return Pattern.compile(
        Pattern.quote(endpoint.substring(0, open))
            + "([^/]+)"
            + Pattern.quote(endpoint.substring(endpoint.indexOf('}') + 1)));
  }

  private record Route(
      String endpoint, Pattern pattern, BiFunction<Request, String, Reply> handler) {}
}
