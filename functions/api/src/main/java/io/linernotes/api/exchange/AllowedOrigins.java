package io.linernotes.api.exchange;

import io.linernotes.config.Configuration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The origins whose pages may read answers (CORS). API Gateway answers preflights; this adds the
 * headers to the answers themselves. No cookie identifies a user, only headers that a page must
 * know and set, so credentials are not allowed.
 */
public record AllowedOrigins(Set<String> origins) {

  private static final String VARIABLE = "ALLOWED_ORIGINS";
  private static final String ANY = "*";
  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+|\\*");
  private static final String READABLE =
      "Age, Allow, Content-Disposition, ETag, Preference-Applied, Retry-After, X-Correlation-Id";

  /** Copies the origins. */
  public AllowedOrigins {
    origins = Set.copyOf(origins);
  }

  /**
   * The origins in the function's variables.
   *
   * @throws IllegalStateException if one is no origin, naming it and the remedy
   */
  public static AllowedOrigins from(Configuration configuration) {
    Set<String> origins =
        Stream.of(configuration.optional(VARIABLE).orElse("").split(",", -1))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toSet());
    origins.forEach(AllowedOrigins::require);
    return new AllowedOrigins(origins);
  }

  private static void require(String origin) {
    if (!ORIGIN.matcher(origin).matches()) {
      throw new IllegalStateException(
          VARIABLE
              + ": "
              + origin
              + " is not an origin. Set it to origins such as https://app.example, without a path,"
              + " separated by commas, or to *.");
    }
  }

  /** The answer, readable for the page that made the request if its origin is allowed. */
  public Answer applied(Request request, Answer answer) {
    if (origins.isEmpty()) {
      return answer;
    }
    String vary = answer.headers().get("Vary");
    Answer varying = answer.with("Vary", vary == null ? "Origin" : vary + ", Origin");
    return request
        .header("Origin")
        .filter(origin -> origins.contains(ANY) || origins.contains(origin))
        .map(
            origin ->
                varying
                    .with("Access-Control-Allow-Origin", origin)
                    .with("Access-Control-Expose-Headers", READABLE))
        .orElse(varying);
  }
}
