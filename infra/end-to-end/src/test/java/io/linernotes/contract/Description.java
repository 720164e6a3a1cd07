package io.linernotes.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI description of the API: its operations, references resolved, and its schemas. */
final class Description {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "https://linernotes.example/openapi.json";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final List<Operation> operations;
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  Description(JsonNode document) {
    this.document = document;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(Map.of(ID, document.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    this.operations = operations(document);
  }

  /** The description that the service serves. */
  static Description ofTheApi() {
    try (InputStream in =
        Description.class.getResourceAsStream("/io/linernotes/api/about/openapi.json")) {
      return new Description(JSON.readTree(Objects.requireNonNull(in, "openapi.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An operation of the API: a method and a path.
   *
   * @param path with {@code {parameter}}
   * @param shared the parameters that all methods of the path have
   */
  record Operation(String method, String path, JsonNode node, JsonNode shared) {

    /** The path as API Gateway writes it: a parameter that may hold slashes has a plus. */
    String gatewayPath() {
      String greedy = path;
      for (JsonNode parameter : parameters()) {
        if (parameter.path("x-greedy").asBoolean()) {
          String name = parameter.path("name").asText();
          greedy = greedy.replace("{" + name + "}", "{" + name + "+}");
        }
      }
      return greedy;
    }

    /** Its parameters, references not resolved. */
    List<JsonNode> parameters() {
      List<JsonNode> all = new ArrayList<>();
      shared.forEach(all::add);
      node.path("parameters").forEach(all::add);
      return all;
    }

    Optional<Matcher> match(String rawPath) {
      String pattern =
          Pattern.compile("\\{([a-z_]+)(\\+?)}")
              .matcher(gatewayPath())
              .replaceAll(
                  name ->
                      "(?<"
                          + name.group(1).replace("_", "")
                          + ">"
                          + (name.group(2).isEmpty() ? "[^/]+" : ".+")
                          + ")");
      Matcher matcher = Pattern.compile(pattern).matcher(rawPath);
      return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static List<Operation> operations(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, node) -> {
                      if (METHODS.contains(method)) {
                        operations.add(
                            new Operation(
                                method.toUpperCase(java.util.Locale.ROOT),
                                path,
                                node,
                                item.path("parameters")));
                      }
                    }));
    // Literal segments sort before parameters.
    operations.sort(Comparator.comparing(each -> each.path().replace('{', '~')));
    return List.copyOf(operations);
  }

  JsonNode document() {
    return document;
  }

  List<Operation> operations() {
    return operations;
  }

  /** The operation for a request, if it is described. */
  Optional<Operation> operation(String method, String rawPath) {
    return operations.stream()
        .filter(each -> each.method().equals(method) && each.match(rawPath).isPresent())
        .findFirst();
  }

  /** The operation's alternatives, each with the security schemes that it requires. */
  List<Set<String>> security(Operation operation) {
    JsonNode own = operation.node().path("security");
    List<Set<String>> alternatives = new ArrayList<>();
    (own.isMissingNode() ? document.path("security") : own)
        .forEach(
            each -> {
              Set<String> names = new java.util.TreeSet<>();
              each.fieldNames().forEachRemaining(names::add);
              alternatives.add(names);
            });
    return alternatives;
  }

  /** The node, or the target of its reference. */
  JsonNode resolved(JsonNode node) {
    JsonNode current = node;
    while (current.has("$ref")) {
      current = document.at(current.path("$ref").asText().substring(1));
    }
    return current;
  }

  /** The errors of an instance against that schema; empty if it is valid. */
  List<String> errors(JsonNode schema, JsonNode instance) {
    return schemas.computeIfAbsent(schema, this::compiled).validate(instance).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .distinct()
        .toList();
  }

  private Schema compiled(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    copy.findParents("$ref")
        .forEach(
            each ->
                ((ObjectNode) each)
                    .put("$ref", each.path("$ref").asText().replaceFirst("^#", ID + "#")));
    return registry.getSchema(copy);
  }
}
