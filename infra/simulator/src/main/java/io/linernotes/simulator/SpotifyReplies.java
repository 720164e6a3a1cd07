package io.linernotes.simulator;

import java.time.Duration;

/** Spotify's errors. */
final class SpotifyReplies {
  private SpotifyReplies() {}

  static Reply error(int status, String message) {
    return Reply.json(
        status, Json.object("error", Json.object("status", status, "message", message)));
  }

  /** A 403 without a message, as the audio features endpoint returns it. */
  static Reply bareForbidden() {
    return Reply.json(403, Json.object("error", Json.object("status", 403)));
  }

  static Reply forbidden() {
    return error(403, "Forbidden");
  }

  static Reply notFound() {
    return error(404, "Resource not found");
  }

  static Reply rateLimited(Duration retryAfter) {
    return error(429, "API rate limit exceeded")
        .with("Retry-After", String.valueOf(Durations.retryAfterSeconds(retryAfter)))
        .asThrottling();
  }

  static Reply quotaExceeded(Duration retryAfter) {
    Object error =
        Json.object("status", 429, "message", "Too many requests", "reason", "QUOTA_EXCEEDED");
    return Reply.json(429, Json.object("error", error))
        .with("Retry-After", String.valueOf(Durations.retryAfterSeconds(retryAfter)))
        .asThrottling();
  }

  /** The accounts service's error, which is a string instead of an object. */
  static Reply oauthError(String error, String description) {
    return Reply.json(400, Json.object("error", error, "error_description", description));
  }
}
