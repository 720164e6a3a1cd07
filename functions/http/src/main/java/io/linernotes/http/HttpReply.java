package io.linernotes.http;

import io.linernotes.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A complete reply: status, headers by case-insensitive name, and the body. */
public record HttpReply(int status, Map<String, String> headers, byte[] body) {

  private static final long LONGEST_RETRY_AFTER = Duration.ofDays(2).toSeconds();

  public HttpReply {
    Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    caseless.putAll(headers);
    headers = caseless;
  }

  /** The JSON in the body; nothing for HTML, truncated or empty bodies. */
  public Optional<Json> json() {
    return Json.parse(body);
  }

  /** The {@code Retry-After} header in seconds, if it has one that makes sense. */
  public Optional<Duration> retryAfter() {
    String text = headers.get("Retry-After");
    if (text == null || !text.strip().matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofSeconds(Math.min(Long.parseLong(text.strip()), LONGEST_RETRY_AFTER)));
  }
}
