package io.linernotes.enrichment.lastfm;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpReply;
import io.linernotes.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reply means. Last.fm's HTTP statuses are unreliable (error 6 comes with 200, 400 and 404,
 * error 29 with 200 and 429), so the code in the body decides wherever there is one.
 */
final class LastfmSignals {

  /** A suspended key needs a person; asking on makes it worse. */
  static final Duration SUSPENDED = Duration.ofHours(6);

  /** A refused key stays refused until somebody mends the configuration. */
  static final Duration REFUSED = Duration.ofMinutes(10);

  private LastfmSignals() {}

  /** The reply's JSON, unless it or the status says that there is no answer. */
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

  /** A reply that is none. */
  static <T> Outcome<T> nonsense(String cause) {
    return new Outcome.Unavailable<>(cause, null);
  }

  private static Outcome<Json> error(String method, long code, @Nullable Duration retryAfter) {
    String cause = method + ": Last.fm error " + code;
    // A code beyond 32 bits must not be taken for another one.
    return switch (code == (int) code ? (int) code : -1) {
      // 6 is "not found", and also "invalid parameters": a name that Last.fm cannot read, which it
      // will not know next time either. 7 is a resource that it cannot have.
      case 6, 7 -> new Outcome.Missing<>();
      case 29 -> new Outcome.Throttled<>(retryAfter);
      case 26 -> new Outcome.Throttled<>(SUSPENDED);
      case 4, 9, 10, 13, 14, 17 ->
          new Outcome.Unavailable<>(
              cause + ", the API key is refused: check LASTFM_API_KEY", REFUSED);
      // 2, 8, 11 and 16 are outages; 3, 5 and whatever else there is are no word on the track.
      default -> new Outcome.Unavailable<>(cause, retryAfter);
    };
  }
}
