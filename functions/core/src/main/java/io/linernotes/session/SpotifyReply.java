package io.linernotes.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The outcome of a call to Spotify's accounts service. */
public sealed interface SpotifyReply<T> {

  /** Spotify returned what was requested. */
  record Granted<T>(T value) implements SpotifyReply<T> {}

  /**
   * Spotify refused the code or the token: it is used, revoked, expired, or another application's.
   */
  record Refused<T>() implements SpotifyReply<T> {}

  /**
   * Spotify did not answer, or refused this application.
   *
   * @param cause for the log: never a token, never a body
   * @param retryAfter when to retry; null if no time is known
   */
  record Unavailable<T>(String cause, @Nullable Duration retryAfter) implements SpotifyReply<T> {}
}
