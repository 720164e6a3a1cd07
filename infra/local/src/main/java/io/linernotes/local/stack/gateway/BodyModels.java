package io.linernotes.local.stack.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.linernotes.local.stack.template.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Validates a request's body against the route's model, as API Gateway does before it invokes the
 * function.
 */
final class BodyModels {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Route, Schema> models;

  BodyModels(List<Route> routes) {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4);
    this.models =
        routes.stream()
            .filter(route -> !route.bodyModel().isEmpty())
            .collect(
                Collectors.toUnmodifiableMap(
                    route -> route,
                    route -> registry.getSchema(JSON.<JsonNode>valueToTree(route.bodyModel()))));
  }

  /**
   * Why the body is refused, as {@code [reason, reason]}; empty if it is accepted. Only JSON bodies
   * are checked against a model. An empty body is left to the function to refuse.
   */
  Optional<String> objection(Route route, Request request) {
    var model = models.get(route);
    var type = request.header("Content-Type");
    var isJson = type == null || type.split(";", 2)[0].strip().equals("application/json");
    if (model == null || !isJson || request.body().length == 0) {
      return Optional.empty();
    }
    try {
      var body = JSON.readTree(new String(request.body(), StandardCharsets.UTF_8));
      var errors = model.validate(body);
      return errors.isEmpty()
          ? Optional.empty()
          : Optional.of(
              errors.stream()
                  .map(error -> error.getMessage())
                  .collect(Collectors.joining(", ", "[", "]")));
    } catch (JsonProcessingException e) {
      return Optional.of("[not JSON]");
    }
  }
}
