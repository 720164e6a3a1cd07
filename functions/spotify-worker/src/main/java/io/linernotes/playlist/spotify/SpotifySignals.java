package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpReply;
import io.linernotes.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Interprets replies of the Web API. Errors are {@code {"error":{"status","message","reason"}}}, of
 * which the message may be absent.
 */
final class SpotifySignals {

  /**
   * The wait if the daily quota is used up and the reply names no time; those named are 13 to 15
   * hours.
   */
  static final Duration QUOTA_EXCEEDED = Duration.ofHours(6);

  /**
   * The wait after a lapsed Premium subscription: Spotify takes hours to notice a lapse, and as
   * long to notice a renewal.
   */
  static final Duration PREMIUM_LAPSED = Duration.ofHours(1);

  /** The wait after a refused new token, which affects every call. */
  static final Duration TOKEN_REFUSED = Duration.ofMinutes(1);

  /** {@code Invalid base62 id}, {@code Invalid playlist Id}, {@code invalid id}. */
  private static final Pattern INVALID_ID = Pattern.compile("(?i)\\binvalid\\b.{0,20}\\bid\\b");

  private SpotifySignals() {}

  /**
   * The reply's JSON, unless it is an error. Missing means that the id is unknown to Spotify or
   * malformed; unsupported means that Spotify refuses this kind of call to this application.
   */
  static Outcome<Json> read(String name, HttpReply reply) {
    Optional<Json> body = reply.json();
    Duration retryAfter = reply.retryAfter().orElse(null);
    String cause = name + ": HTTP " + reply.status();
    return switch (reply.status()) {
      case 200 ->
          body.<Outcome<Json>>map(Outcome.Found::new)
              .orElseGet(() -> nonsense(cause + " without JSON"));
      case 400 ->
          isSpotifys(reply.status(), body) && INVALID_ID.matcher(error(body, "message")).find()
              ? new Outcome.Missing<>()
              : new Outcome.Unavailable<>(cause, retryAfter);
      case 401 -> new Outcome.Unavailable<>(cause + " for a new token", TOKEN_REFUSED);
      case 403, 404, 410 ->
          isSpotifys(reply.status(), body)
              ? refusal(name, reply.status(), error(body, "message"))
              : new Outcome.Unavailable<>(cause + " without Spotify's error object", retryAfter);
      case 429 -> new Outcome.Throttled<>(throttled(error(body, "reason"), retryAfter));
      default -> new Outcome.Unavailable<>(cause, retryAfter);
    };
  }

  /** The outcome of a reply that makes no sense. */
  static <T> Outcome<T> nonsense(String cause) {
    return new Outcome.Unavailable<>(cause, null);
  }

  /**
   * Whether the body is Spotify's own error object for this status. Gateways and proxies answer
   * with pages of their own, which say nothing about the requested id.
   */
  private static boolean isSpotifys(int status, Optional<Json> body) {
    return body.map(json -> json.wholeNumber("error", "status"))
        .filter(named -> named == status)
        .isPresent();
  }

  private static Outcome<Json> refusal(String name, int status, String message) {
    return switch (status) {
      case 403 -> forbidden(name, message);
      // Sent when a whole service is down; it says nothing about the requested id.
      case 404 ->
          message.equalsIgnoreCase("Service not found")
              ? nonsense(name + ": HTTP 404, service not found")
              : new Outcome.Missing<>();
      default -> new Outcome.Unsupported<>(name);
    };
  }

  private static Outcome<Json> forbidden(String name, String message) {
    return message.toLowerCase(java.util.Locale.ROOT).contains("premium")
        ? new Outcome.Unavailable<>(
            name + ": HTTP 403, the owner of the application needs Spotify Premium", PREMIUM_LAPSED)
        : new Outcome.Unsupported<>(name);
  }

  private static @Nullable Duration throttled(String reason, @Nullable Duration retryAfter) {
    return retryAfter == null && reason.equals("QUOTA_EXCEEDED") ? QUOTA_EXCEEDED : retryAfter;
  }

  private static String error(Optional<Json> body, String field) {
    String text = body.map(json -> json.text("error", field)).orElse(null);
    return text == null ? "" : text;
  }
}
