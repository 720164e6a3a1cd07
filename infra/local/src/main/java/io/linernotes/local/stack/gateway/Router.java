package io.linernotes.local.stack.gateway;

import io.linernotes.local.stack.template.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a request's route: literal segments win over parameters, and parameters over greedy ones.
 */
final class Router {
  private final List<Candidate> candidates;

  Router(List<Route> routes) {
    this.candidates =
        routes.stream()
            .map(route -> new Candidate(route, segments(route.path())))
            .sorted(Comparator.comparing(Candidate::rank))
            .toList();
  }

  /** A route and its path parameters' values, still encoded as in the request. */
  record Match(Route route, Map<String, String> parameters) {}

  Optional<Match> find(String method, String rawPath) {
    var segments = segments(rawPath);
    return candidates.stream()
        .filter(candidate -> candidate.takes(method))
        .flatMap(candidate -> candidate.match(segments).stream())
        .findFirst();
  }

  /** Whether any method of this path has a route. */
  boolean knows(String rawPath) {
    var segments = segments(rawPath);
    return candidates.stream().anyMatch(candidate -> candidate.match(segments).isPresent());
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
  }

  private record Candidate(Route route, List<String> pattern) {

    /**
     * A sort key: literal segments first, then parameters, then greedy ones; ANY after other
     * methods.
     */
    String rank() {
      var rank = new StringBuilder();
      pattern.forEach(
          segment -> rank.append(isGreedy(segment) ? '3' : isParameter(segment) ? '2' : '1'));
      return rank.append(route.method().equals("ANY") ? "z" : "0").toString();
    }

    boolean takes(String method) {
      return route.method().equals("ANY") || route.method().equals(method);
    }

    Optional<Match> match(List<String> segments) {
      var parameters = new LinkedHashMap<String, String>();
      for (int i = 0; i < pattern.size(); i++) {
        var expected = pattern.get(i);
        if (i >= segments.size()) {
          return Optional.empty();
        }
        if (isGreedy(expected)) {
          var rest = new ArrayList<>(segments.subList(i, segments.size()));
          parameters.put(expected.substring(1, expected.length() - 2), String.join("/", rest));
          return Optional.of(new Match(route, parameters));
        }
        if (isParameter(expected) && !segments.get(i).isEmpty()) {
          parameters.put(expected.substring(1, expected.length() - 1), segments.get(i));
        } else if (!expected.equals(segments.get(i))) {
          return Optional.empty();
        }
      }
      return segments.size() == pattern.size()
          ? Optional.of(new Match(route, parameters))
          : Optional.empty();
    }

    private static boolean isParameter(String segment) {
      return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
      return segment.startsWith("{") && segment.endsWith("+}");
    }
  }
}
