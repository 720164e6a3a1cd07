package io.linernotes.api;

import io.linernotes.json.PlainFormat;
import java.util.HashMap;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param lookups what was found in the cache for it
 */
record Answer(int status, Map<String, String> headers, String body, Lookups lookups) {

  Answer {
    headers = Map.copyOf(headers);
  }

  Answer(int status, Map<String, String> headers, String body) {
    this(status, headers, body, Lookups.NONE);
  }

  static Answer json(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "application/json"), body);
  }

  static Answer of(Problem problem) {
    return new Answer(
        problem.status(),
        Map.of("Content-Type", "application/problem+json"),
        PlainFormat.compactText(problem));
  }

  Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, lookups);
  }

  Answer with(Lookups found) {
    return new Answer(status, headers, body, found);
  }
}
