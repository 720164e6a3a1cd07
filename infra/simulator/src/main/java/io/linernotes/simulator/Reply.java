package io.linernotes.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP reply.
 *
 * @param throttling whether it is the provider's signal to slow down
 */
record Reply(int status, Map<String, String> headers, String body, boolean throttling) {
  private static final String JSON = "application/json; charset=utf-8";

  static Reply ok(Object body) {
    return json(200, body);
  }

  static Reply json(int status, Object body) {
    return text(status, JSON, Json.write(body));
  }

  static Reply text(int status, String contentType, String body) {
    return new Reply(status, Map.of("Content-Type", contentType), body, false);
  }

  static Reply redirect(String location) {
    return new Reply(302, Map.of("Location", location), "", false);
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body, throttling);
  }

  Reply asThrottling() {
    return new Reply(status, headers, body, true);
  }
}
