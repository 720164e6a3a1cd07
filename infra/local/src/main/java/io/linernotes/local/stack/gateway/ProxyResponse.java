package io.linernotes.local.stack.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses a function's response to a proxy event as API Gateway does. */
final class ProxyResponse {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> CONNECTION_HEADERS =
      Set.of("content-length", "connection", "transfer-encoding");

  private ProxyResponse() {}

  /** The HTTP response; empty when the function's JSON is not a proxy response. */
  static Optional<Answer> read(byte[] json, boolean decodeBase64) {
    try {
      var response = JSON.readTree(json);
      var status = response.path("statusCode");
      var code = status.isTextual() ? Integer.parseInt(status.asText()) : status.asInt();
      if (!response.isObject() || code < 100 || code > 599) {
        return Optional.empty();
      }
      var body = response.path("body").asText("");
      var headers = headers(response);
      return Optional.of(
          decodeBase64 && response.path("isBase64Encoded").asBoolean()
              ? new Answer(code, headers, Base64.getDecoder().decode(body))
              : Answer.text(code, headers, body));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Map<String, List<String>> headers(JsonNode response) {
    var headers = new LinkedHashMap<String, List<String>>();
    response
        .path("headers")
        .forEachEntry((name, value) -> headers.put(name, List.of(value.asText())));
    response
        .path("multiValueHeaders")
        .forEachEntry(
            (name, values) -> {
              var all = new ArrayList<String>();
              values.forEach(value -> all.add(value.asText()));
              headers.put(name, all);
            });
    headers.keySet().removeIf(name -> CONNECTION_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
    if (headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      headers.put("Content-Type", List.of("application/json"));
    }
    return headers;
  }
}
