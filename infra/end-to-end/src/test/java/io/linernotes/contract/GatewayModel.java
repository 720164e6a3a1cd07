package io.linernotes.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The model with which API Gateway checks a body, in JSON Schema draft 4. It requires an object
 * whose arrays are not too long. The function checks the rest, because its errors name the field.
 * The model refuses nothing that the function accepts.
 */
final class GatewayModel {

  private GatewayModel() {}

  /** The outline of a request's schema. */
  static Map<String, Object> of(JsonNode schema) {
    Map<String, Object> arrays = new LinkedHashMap<>();
    schema
        .path("properties")
        .forEachEntry(
            (name, property) -> {
              // A nullable array is described as one of an array and null.
              int most =
                  property
                      .path("oneOf")
                      .path(0)
                      .path("maxItems")
                      .asInt(property.path("maxItems").asInt());
              if (most > 0) {
                arrays.put(name, Map.of("maxItems", most));
              }
            });
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("type", schema.path("type").asText());
    if (!arrays.isEmpty()) {
      model.put("properties", arrays);
    }
    return model;
  }
}
