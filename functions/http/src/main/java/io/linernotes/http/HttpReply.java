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
   * The JSON in the body; empty for truncated and empty bodies, and for HTML and other types that
   * {@code Content-Type} declares to be no JSON.
   */
  public Optional<Json> json() {
    String type = headers.getOrDefault("Content-Type", "").strip().toLowerCase(Locale.ROOT);
    return NO_JSON.matcher(type).matches() ? Optional.empty() : Json.parse(body);
  }

  /**
   * The service's {@code Retry-After}, in seconds or as a date. Zero, negative and absurd times
   * count as absent.
   */
  public Optional<Duration> retryAfter() {
    return RetryAfter.of(headers.get("Retry-After"), headers.get("Date"));
  }

  /**
   * The longer of {@link #retryAfter()} and {@code floor}; {@code floor} if the service sent none.
   */
  public Duration retryAfter(Duration floor) {
    return retryAfter().filter(asked -> asked.compareTo(floor) > 0).orElse(floor);
  }
}
