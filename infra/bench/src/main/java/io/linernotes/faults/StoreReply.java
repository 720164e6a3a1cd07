package io.linernotes.faults;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A store's reply. */
record StoreReply(int status, Map<String, String> headers, byte[] body) {

  /** A reply of the proxy's own. */
  static StoreReply of(int status, String json) {
    return new StoreReply(
        status,
        Map.of("Content-Type", "application/x-amz-json-1.0"),
        json.getBytes(StandardCharsets.UTF_8));
  }
}
