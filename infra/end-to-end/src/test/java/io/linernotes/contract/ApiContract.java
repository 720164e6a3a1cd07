package io.linernotes.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.linernotes.contract.Description.Operation;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Checks answers against the API's description: route, status, media type, headers and body. A
 * request that succeeded must be one that the description allows.
 */
public final class ApiContract {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Headers of HTTP itself, and of the servers between client and function. */
  private static final Set<String> UNDESCRIBED_HEADERS =
      Set.of(
          "access-control-allow-origin",
          "access-control-expose-headers",
          "cache-control",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "date",
          "transfer-encoding",
          "vary",
          "x-content-type-options",
          "x-amzn-errortype",
          "x-amzn-requestid");

  private final Description description;

  ApiContract(Description description) {
    this.description = description;
  }

  /** The contract of the API as described in this project. */
  public static ApiContract ofTheApi() {
    return new ApiContract(Description.ofTheApi());
  }

  /**
   * Checks an exchange against the description.
   *
   * @throws AssertionError listing every difference from the description
   */
  public void check(Exchange exchange) {
    List<String> violations = violations(exchange);
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %d, which is not as openapi.json describes it:%n  %s%n%s"
              .formatted(
                  exchange.method(),
                  exchange.path(),
                  exchange.status(),
                  String.join("\n  ", violations),
                  exchange.body()));
    }
  }

  /** All operations of the API by method and path, such as {@code GET /v1/tracks/{track_id}}. */
  public List<String> operations() {
    return description.operations().stream().map(Operation::toString).toList();
  }

  /** The one of {@link #operations} that a request is for; empty if there is none. */
  public String operation(String method, String rawPath) {
    return description.operation(method, rawPath).map(Operation::toString).orElse("");
  }

  List<String> violations(Exchange exchange) {
    if (exchange.status() == 405 && exchange.mediaType().equals("application/problem+json")) {
      // The path has no operation of this method. Allow lists the methods that it has.
      return exchange.header("Allow").isPresent() ? List.of() : List.of("Allow is missing");
    }
    Optional<Operation> operation = description.operation(exchange.method(), exchange.path());
    if (operation.isEmpty()) {
      boolean refused =
          exchange.status() == 404 && exchange.mediaType().equals("application/problem+json");
      return refused ? List.of() : List.of("the route is not described");
    }
    List<String> violations = new ArrayList<>(answerViolations(operation.get(), exchange));
    if (exchange.status() < 400) {
      violations.addAll(requestViolations(operation.get(), exchange));
    }
    return violations;
  }

  private List<String> answerViolations(Operation operation, Exchange exchange) {
    JsonNode response =
        description.resolved(
            operation.node().path("responses").path(String.valueOf(exchange.status())));
    if (response.isMissingNode()) {
      return List.of("the status " + exchange.status() + " is not described");
    }
    List<String> violations = new ArrayList<>(headerViolations(response, exchange));
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      if (!exchange.body().isEmpty()) {
        violations.add("a body is not described");
      }
    } else if (!content.has(exchange.mediaType())) {
      violations.add("the media type \"" + exchange.mediaType() + "\" is not described");
    } else {
      JsonNode schema = content.path(exchange.mediaType()).path("schema");
      violations.addAll(bodyViolations("body", schema, exchange.mediaType(), exchange.body()));
    }
    return violations;
  }

  private List<String> bodyViolations(String what, JsonNode schema, String type, String text) {
    if (!type.endsWith("json")) {
      return named(what, description.errors(schema, TextNode.valueOf(text)));
    }
    try {
      JsonNode body = JSON.readTree(text);
      if (body.isMissingNode()) {
        return List.of(what + " is empty");
      }
      List<String> violations = new ArrayList<>(named(what, description.errors(schema, body)));
      violations.addAll(named(what, StatusRules.violations(body)));
      return violations;
    } catch (JsonProcessingException e) {
      return List.of(what + " is no JSON");
    }
  }

  private static List<String> named(String what, List<String> errors) {
    return errors.stream().map(error -> what + error).toList();
  }

  private List<String> headerViolations(JsonNode response, Exchange exchange) {
    List<String> violations = new ArrayList<>();
    Set<String> described = new HashSet<>(UNDESCRIBED_HEADERS);
    response
        .path("headers")
        .forEachEntry(
            (name, reference) -> {
              described.add(name.toLowerCase(Locale.ROOT));
              violations.addAll(
                  valueViolations(
                      "the header " + name,
                      description.resolved(reference),
                      exchange.header(name)));
            });
    exchange.headers().keySet().stream()
        .filter(name -> !described.contains(name.toLowerCase(Locale.ROOT)))
        .forEach(name -> violations.add("the header " + name + " is not described"));
    return violations;
  }

  private List<String> requestViolations(Operation operation, Exchange exchange) {
    List<String> violations = new ArrayList<>();
    Map<String, String> query = query(exchange.query());
    Matcher path = operation.match(exchange.path()).orElseThrow();
    Set<String> described = new HashSet<>();
    for (JsonNode reference : operation.parameters()) {
      JsonNode parameter = description.resolved(reference);
      String name = parameter.path("name").asText();
      Optional<String> value =
          switch (parameter.path("in").asText()) {
            case "path" -> Optional.of(decoded(path.group(name.replace("_", ""))));
            case "header" -> exchange.requestHeader(name);
            case "cookie" -> exchange.cookie(name);
            default -> Optional.ofNullable(query.get(name));
          };
      described.add(name);
      violations.addAll(valueViolations("the parameter " + name, parameter, value));
    }
    query.keySet().stream()
        .filter(name -> !described.contains(name))
        .forEach(name -> violations.add("the parameter " + name + " is not described"));
    violations.addAll(securityViolations(operation, exchange));
    JsonNode bodies = operation.node().at("/requestBody/content");
    String type = exchange.requestHeader("Content-Type").orElse("application/json");
    JsonNode schema = bodies.path(type).path("schema");
    if (!schema.isMissingNode()) {
      violations.addAll(bodyViolations("the request's body", schema, type, exchange.requestBody()));
    } else if (!bodies.isMissingNode()) {
      violations.add("a body of the type " + type + " is not described");
    }
    return violations;
  }

  private List<String> securityViolations(Operation operation, Exchange exchange) {
    List<Set<String>> alternatives = description.security(operation);
    boolean met =
        alternatives.isEmpty()
            || alternatives.stream()
                .anyMatch(names -> names.stream().allMatch(_ -> isMet(exchange)));
    return met ? List.of() : List.of("granted without any of " + alternatives);
  }

  /** Whether the request has a key. The local stack accepts a key in place of a signature. */
  private static boolean isMet(Exchange exchange) {
    return exchange.requestHeader("x-api-key").isPresent();
  }

  private List<String> valueViolations(String what, JsonNode described, Optional<String> value) {
    if (value.isEmpty()) {
      return described.path("required").asBoolean() ? List.of(what + " is missing") : List.of();
    }
    JsonNode schema = described.path("schema");
    return named(
        what, description.errors(schema, typed(value.get(), description.resolved(schema))));
  }

  private static JsonNode typed(String value, JsonNode schema) {
    String type = schema.path("type").asText();
    if (type.equals("array")) {
      ArrayNode array = JSON.createArrayNode();
      for (String element : value.split(",", -1)) {
        array.add(element);
      }
      return array;
    }
    return type.equals("integer") && value.matches("-?[0-9]+")
        ? BigIntegerNode.valueOf(new BigInteger(value))
        : TextNode.valueOf(value);
  }

  private static Map<String, String> query(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      String[] both = pair.split("=", 2);
      if (!both[0].isEmpty()) {
        parameters.put(decoded(both[0]), both.length == 1 ? "" : decoded(both[1]));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
