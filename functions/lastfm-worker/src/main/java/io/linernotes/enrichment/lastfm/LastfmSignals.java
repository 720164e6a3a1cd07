package io.linernotes.enrichment.lastfm;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpReply;
import io.linernotes.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells answers from errors. Last.fm's HTTP statuses are unreliable (error 6 comes with 200, 400
 * and 404, error 29 with 200 and 429), so an error code in the body takes precedence.
 */
final class LastfmSignals {

  /** A suspended key needs an administrator; further calls make it worse. */
  static final Duration SUSPENDED = Duration.ofHours(6);

  /** A refused key stays refused until the configuration is fixed. */
  static final Duration REFUSED = Duration.ofMinutes(10);

  private LastfmSignals() {}

  /** The reply's JSON; a miss or a failure if the body or the status says so. */
  static Outcome<Json> read(String method, HttpReply reply) {
    Optional<Json> body = reply.json();
    Long error = body.map(json -> json.wholeNumber("error")).orElse(null);
    Duration retryAfter = reply.retryAfter().orElse(null);
    if (error != null) {
      return error(method, error, retryAfter);
    }
    if (reply.status() == 429) {
      return new Outcome.Throttled<>(retryAfter);
    }
    if (reply.status() < 200 || reply.status() > 299) {
      return new Outcome.Unavailable<>(method + ": HTTP " + reply.status(), retryAfter);
    }
    return body.<Outcome<Json>>map(Outcome.Found::new)
        .orElseGet(() -> nonsense(method + ": HTTP " + reply.status() + " without JSON"));
  }

  /** A reply that cannot be read: an outage, never a miss. */
  static <T> Outcome<T> nonsense(String cause) {
    return new Outcome.Unavailable<>(cause, null);
  }

  private static Outcome<Json> error(String method, long code, @Nullable Duration retryAfter) {
    String cause = method + ": Last.fm error " + code;
    // A code beyond 32 bits must not wrap around to a known one.
    return switch (code == (int) code ? (int) code : -1) {
      // 6 is "not found", and also "invalid parameters": a name that Last.fm cannot read, today
      // or later. 7 is an invalid resource.
      case 6, 7 -> new Outcome.Missing<>();
      case 29 -> new Outcome.Throttled<>(retryAfter);
      case 26 -> new Outcome.Throttled<>(SUSPENDED);
      case 4, 9, 10, 13, 14, 17 ->
          new Outcome.Unavailable<>(
              cause + ", the API key is refused: check LASTFM_API_KEY", REFUSED);
      // 2, 8, 11 and 16 are outages; 3, 5 and all others say nothing about the track.
      default -> new Outcome.Unavailable<>(cause, retryAfter);
    };
  }
}
