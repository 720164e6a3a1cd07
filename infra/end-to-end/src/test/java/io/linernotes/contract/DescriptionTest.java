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

/** The description of the API by itself, and against {@code template.yaml}. */
class DescriptionTest {

  private static final ObjectMapper JSON = new ObjectMapper();

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

  @Test
  void answersAreClosed() {
    Map<String, Boolean> open = new TreeMap<>();
    for (String name :
        List.of("AnalyzedPlaylist", "TrackAnalysis", "DeezerData", "ServiceStatus", "Problem")) {
      JsonNode schema = document.at("/components/schemas/" + name);
      open.put(name, schema.path("additionalProperties").asBoolean(true));
    }
    assertThat(open.values()).containsOnly(false);
  }

  @Test
  void describesTheRoutesOfTheTemplateAndNoOthers() {
    assertThat(description.operations().stream().map(this::summary))
        .containsExactlyInAnyOrderElementsOf(
            routes.stream().map(DescriptionTest::summary).toList());
  }

  /** A route, and who may use it. */
  private record RouteSummary(String method, String path, boolean key, boolean signature) {}

  private RouteSummary summary(Operation operation) {
    List<Set<String>> security = description.security(operation);
    return new RouteSummary(
        operation.method(),
        operation.gatewayPath(),
        security.stream().anyMatch(names -> names.contains("ApiKey")),
        security.stream().anyMatch(names -> names.contains("Signature")));
  }

  private static RouteSummary summary(Route route) {
    return new RouteSummary(route.method(), route.path(), route.apiKeyRequired(), route.iam());
  }

  @Test
  void apiGatewayHoldsBodiesToTheOutlineOfTheirSchemas() {
    Map<String, Map<String, Object>> described = new TreeMap<>();
    for (Operation operation : description.operations()) {
      JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
      if (!schema.isMissingNode()) {
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

  @Test
  void theOutlineKeepsTheTypeAndHowLongArraysMayBe() throws IOException {
    JsonNode schema =
        JSON.readTree(
            """
            { "type": "object", "required": ["a"], "additionalProperties": false, "properties": {
              "a": { "type": ["array", "null"], "minItems": 1, "maxItems": 7, "items": { "$ref": "#/x" } },
              "b": { "enum": ["c"] } } }
            """);
    Map<String, Object> a = new LinkedHashMap<>(Map.of("maxItems", 7));

    assertThat(GatewayModel.of(schema))
        .isEqualTo(Map.of("type", "object", "properties", Map.of("a", a)));
    assertThat(GatewayModel.of(JSON.readTree("{\"type\":\"object\"}")))
        .isEqualTo(Map.of("type", "object"));
  }
}
