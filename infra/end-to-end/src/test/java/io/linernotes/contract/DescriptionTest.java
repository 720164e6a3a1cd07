package io.linernotes.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.linernotes.contract.Description.Operation;
import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.local.stack.template.Route;
import io.linernotes.local.stack.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Checks that the API's description is valid, and that it agrees with {@code template.yaml}. */
class DescriptionTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode NULL = JSON.createObjectNode().put("type", "null");

  private final Description description = Description.ofTheApi();
  private final JsonNode document = description.document();
  private final Template template = Template.read(Path.of("../../template.yaml"));
  private final List<Route> routes =
      template.resolve(template.placeholders(), Endpoints.NONE).api().routes();

  @Test
  void isOpenApi() throws IOException {
    // https://spec.openapis.org/oas/3.1/schema/2026-08-03, Apache-2.0
    try (InputStream schema = getClass().getResourceAsStream("/openapi-3.1-schema.json")) {
      var openApi =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(JSON.readTree(Objects.requireNonNull(schema)));

      assertThat(openApi.validate(document)).isEmpty();
      assertThat(openApi.validate(JSON.readTree("{\"openapi\":\"3.1.1\",\"paths\":{}}")))
          .isNotEmpty();
    }
  }

  @Test
  void everySchemaIsOne() {
    var metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));

    List<JsonNode> schemas = new ArrayList<>(document.findValues("schema"));
    document.at("/components/schemas").forEach(schemas::add);

    assertThat(schemas)
        .hasSizeGreaterThan(50)
        .filteredOn(JsonNode::isObject)
        .allSatisfy(schema -> assertThat(metaSchema.validate(schema)).isEmpty());
  }

  @Test
  void everyReferenceLeadsSomewhereAndEverythingIsReferredTo() {
    Set<String> references = new HashSet<>();
    document.findValuesAsText("$ref").forEach(reference -> references.add(reference.substring(1)));

    assertThat(references)
        .allSatisfy(pointer -> assertThat(document.at(pointer).isMissingNode()).isFalse());
    for (String kind : List.of("schemas", "responses", "parameters", "headers", "examples")) {
      document
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(
              name -> assertThat(references).contains("/components/" + kind + "/" + name));
    }
  }

  @Test
  void everyExampleIsWhatItsSchemaSays() {
    List<String> examples = new ArrayList<>();
    for (JsonNode owner : document.findParents("schema")) {
      if (owner.has("example")) {
        examples.add(owner.path("name").asText());
        assertThat(description.errors(owner.path("schema"), owner.path("example"))).isEmpty();
      }
      owner
          .path("examples")
          .forEachEntry(
              (name, example) -> {
                examples.add(name);
                JsonNode value = description.resolved(example).path("value");
                assertThat(description.errors(owner.path("schema"), value)).as(name).isEmpty();
              });
    }
    assertThat(examples).hasSizeGreaterThan(20);
  }

  @Test
  void everyAnswerHasAnExampleAndEveryFieldIsExplained() {
    for (Operation operation : description.operations()) {
      JsonNode json = operation.node().at("/responses/200/content/application~1json");
      if (json.path("schema").has("$ref")) {
        assertThat(json.path("examples")).as(operation.toString()).isNotEmpty();
      }
    }
    document
        .at("/components/schemas")
        .forEachEntry(
            (name, schema) ->
                schema
                    .path("properties")
                    .forEachEntry(
                        (field, described) ->
                            assertThat(isExplained(described)).as(name + "." + field).isTrue()));
  }

  private boolean isExplained(JsonNode schema) {
    return schema.isBoolean()
        || schema.has("description")
        || description.resolved(schema).has("description");
  }

  /** Some constructs make generators of clients fail or generate nameless types. */
  @Test
  void everySchemaIsOneThatGeneratorsUnderstand() {
    List<String> findings = new ArrayList<>();
    document.at("/components/schemas").forEachEntry((name, it) -> judge(name, it, findings));
    document.findValues("schema").forEach(it -> judge("a parameter or body", it, findings));
    assertThat(findings).isEmpty();
  }

  private static void judge(String where, JsonNode schema, List<String> findings) {
    if (schema.has("$ref") && schema.size() > 1) {
      findings.add(where + " has siblings of a reference");
    }
    if (schema.path("type").isArray()) {
      findings.add(where + " has several types: null is one of two in oneOf");
    }
    if (schema.path("type").asText().equals("array") && !schema.path("items").isObject()) {
      findings.add(where + " is an array of anything");
    }
    if ((schema.has("enum") && !schema.path("type").isTextual()) || schema.has("const")) {
      findings.add(where + " has values without a type");
    }
    for (String keyword : List.of("allOf", "anyOf", "unevaluatedProperties", "prefixItems")) {
      if (schema.has(keyword)) {
        findings.add(where + " has " + keyword);
      }
    }
    schema
        .path("properties")
        .forEachEntry((name, it) -> judgeInline(where + "." + name, it, findings));
    judgeInline(where + "[]", schema.path("items"), findings);
    judgeInline(where + ".*", schema.path("additionalProperties"), findings);
    schema.path("oneOf").forEach(it -> judgeInline(where, it, findings));
    boolean isNullable = schema.path("oneOf").path(1).equals(NULL);
    if (schema.has("oneOf") && (schema.path("oneOf").size() != 2 || !isNullable)) {
      findings.add(where + " is one of several: only null may be the other one");
    }
  }

  private static void judgeInline(String where, JsonNode schema, List<String> findings) {
    if (schema.path("type").asText().equals("object") && schema.has("properties")) {
      findings.add(where + " is an object without a name of its own");
    }
    if (schema.isObject() && !schema.equals(NULL)) {
      judge(where, schema, findings);
    }
  }

  @Test
  void theJudgementOfSchemasCanFail() throws IOException {
    for (String schema :
        List.of(
            "{\"$ref\":\"#/x\",\"description\":\"\"}",
            "{\"type\":[\"string\",\"null\"]}",
            "{\"type\":\"array\"}",
            "{\"type\":\"array\",\"items\":true}",
            "{\"enum\":[\"a\"]}",
            "{\"const\":\"a\"}",
            "{\"anyOf\":[]}",
            "{\"oneOf\":[{\"$ref\":\"#/x\"},{\"$ref\":\"#/y\"}]}",
            "{\"properties\":{\"a\":{\"type\":\"object\",\"properties\":{}}}}")) {
      List<String> findings = new ArrayList<>();
      judge("it", JSON.readTree(schema), findings);
      assertThat(findings).as(schema).isNotEmpty();
    }
  }

  @Test
  void theServerIsAbsolute() {
    assertThat(document.at("/servers/0/url").asText()).matches("https?://[^/]+.*");
  }

  @Test
  void answersAreClosed() {
    Map<String, Boolean> open = new TreeMap<>();
    for (String name :
        List.of("PlaylistAnalysis", "TrackAnalysis", "DeezerData", "ServiceStatus", "Problem")) {
      JsonNode schema = document.at("/components/schemas/" + name);
      open.put(name, schema.path("additionalProperties").asBoolean(true));
    }
    assertThat(open.values()).containsOnly(false);
  }

  @Test
  void describesTheRoutesOfTheTemplateAndNoOthers() {
    List<RouteSummary> served = new ArrayList<>();
    for (Route route : routes) {
      if (!route.method().equals("ANY")) {
        served.add(summary(route, route.method()));
      }
    }
    for (Route route : routes) {
      if (route.method().equals("ANY")) {
        methodsWithoutARouteOfTheirOwn(route).forEach(it -> served.add(summary(route, it)));
      }
    }

    assertThat(served)
        .containsExactlyInAnyOrderElementsOf(
            description.operations().stream().map(this::summary).toList());
  }

  @Test
  void everyPathAnswersEveryMethod() {
    List<String> paths =
        description.operations().stream().map(Operation::gatewayPath).distinct().toList();

    assertThat(routes)
        .filteredOn(route -> route.method().equals("ANY"))
        .extracting(Route::path)
        .containsExactlyInAnyOrderElementsOf(paths);
  }

  private List<String> methodsWithoutARouteOfTheirOwn(Route any) {
    List<String> others =
        routes.stream().filter(it -> it.path().equals(any.path())).map(Route::method).toList();
    return description.operations().stream()
        .filter(operation -> operation.gatewayPath().equals(any.path()))
        .map(Operation::method)
        .filter(method -> !others.contains(method))
        .toList();
  }

  /** A route and the authorisation that it requires. */
  private record RouteSummary(String method, String path, boolean key, boolean signature) {}

  private RouteSummary summary(Operation operation) {
    List<Set<String>> security = description.security(operation);
    return new RouteSummary(
        operation.method(),
        operation.gatewayPath(),
        security.stream().anyMatch(names -> names.contains("ApiKey")),
        security.stream().anyMatch(names -> names.contains("Signature")));
  }

  private static RouteSummary summary(Route route, String method) {
    return new RouteSummary(method, route.path(), route.apiKeyRequired(), route.iam());
  }

  @Test
  void apiGatewayHoldsBodiesToTheOutlineOfTheirSchemas() {
    Map<String, Map<String, Object>> described = new TreeMap<>();
    for (Operation operation : description.operations()) {
      JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
      // A file's route accepts any method, and such a route cannot have a model.
      boolean hasModel = routes.stream().anyMatch(it -> isOf(it, operation));
      if (!schema.isMissingNode() && hasModel) {
        described.put(operation.toString(), GatewayModel.of(description.resolved(schema)));
      }
    }
    Map<String, Map<String, Object>> template = new TreeMap<>();
    for (Route route : routes) {
      if (!route.bodyModel().isEmpty()) {
        template.put(route.method() + " " + route.path(), route.bodyModel());
      }
    }
    assertThat(template).isEqualTo(described).hasSize(5);
  }

  private static boolean isOf(Route route, Operation operation) {
    return route.path().equals(operation.gatewayPath())
        && route.method().equals(operation.method());
  }

  @Test
  void theOutlineKeepsTheTypeAndHowLongArraysMayBe() throws IOException {
    JsonNode schema =
        JSON.readTree(
            """
            { "type": "object", "required": ["a"], "additionalProperties": false, "properties": {
              "a": { "oneOf": [{ "type": "array", "minItems": 1, "maxItems": 7, "items": { "$ref": "#/x" } }, { "type": "null" }] },
              "b": { "enum": ["c"] } } }
            """);
    Map<String, Object> a = new LinkedHashMap<>(Map.of("maxItems", 7));

    assertThat(GatewayModel.of(schema))
        .isEqualTo(Map.of("type", "object", "properties", Map.of("a", a)));
    assertThat(GatewayModel.of(JSON.readTree("{\"type\":\"object\"}")))
        .isEqualTo(Map.of("type", "object"));
  }
}
