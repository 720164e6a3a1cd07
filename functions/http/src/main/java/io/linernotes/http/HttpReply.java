package io.linernotes.http;

import io.linernotes.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A complete reply: status, headers by case-insensitive name, and the body. */
public record HttpReply(int status, Map<String, String> headers, byte[] body) {

  public HttpReply {
    Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    caseless.putAll(headers);
    headers = caseless;
  }

  /** The JSON in the body; nothing for HTML, truncated or empty bodies. */
  public Optional<Json> json() {
    return Json.parse(body);
  }

  /**
   * How long the service asks to be left alone, if it says so in a way that makes sense: {@code
   * Retry-After} in seconds or as a date. Zero, negative and absurd times read as no advice.
   */
  public Optional<Duration> retryAfter() {
    return RetryAfter.of(headers.get("Retry-After"), headers.get("Date"));
  }

  /** How long the service is left alone: as it asks, but never for less than {@code floor}. */
  public Duration retryAfter(Duration floor) {
    return retryAfter().filter(asked -> asked.compareTo(floor) > 0).orElse(floor);
  }
}
