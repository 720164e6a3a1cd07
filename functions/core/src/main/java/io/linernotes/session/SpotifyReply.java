package io.linernotes.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What asking Spotify's accounts service came to. */
public sealed interface SpotifyReply<T> {

  /** It gave what was asked for. */
  record Granted<T>(T value) implements SpotifyReply<T> {}

  /** The code or the token is not good: used, withdrawn, too old, or for somebody else. */
  record Refused<T>() implements SpotifyReply<T> {}

  /**
   * It did not answer, or does not take this application.
   *
   * @param cause for the log: never a token, never a body
   * @param retryAfter null where nobody named a time
   */
  record Unavailable<T>(String cause, @Nullable Duration retryAfter) implements SpotifyReply<T> {}
}
