package io.linernotes.http;

import io.linernotes.json.Json;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A complete reply: status, headers by case-insensitive name, and the body. */
public record HttpReply(int status, Map<String, String> headers, byte[] body) {

  /** Types that declare something other than JSON; plain text is what careless servers declare. */
  private static final Pattern NO_JSON =
      Pattern.compile(
          "(?:text/(?:html|xml|css)|application/(?:xhtml|xml|pdf|zip)|image/|audio/|video/|multipart/).*");

  public HttpReply {
    Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    caseless.putAll(headers);
    headers = caseless;
  }

  /**
   * The JSON in the body; nothing for truncated and empty bodies, and for HTML and whatever else
   * {@code Content-Type} declares to be no JSON.
   */
  public Optional<Json> json() {
    String type = headers.getOrDefault("Content-Type", "").strip().toLowerCase(Locale.ROOT);
    return NO_JSON.matcher(type).matches() ? Optional.empty() : Json.parse(body);
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
