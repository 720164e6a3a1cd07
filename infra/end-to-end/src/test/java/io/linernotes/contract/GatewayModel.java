package io.linernotes.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What API Gateway is to check of a body, in JSON Schema draft 4: that it is an object whose arrays
 * are not too long. The rest is left to the function, whose errors name the field; so the model
 * refuses nothing that the function accepts.
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
              // One that may be null is one of an array and null.
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
