package io.linernotes.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The outcome of a request for a user's access token. */
public sealed interface Access {

  /**
   * A token that Spotify should accept now.
   *
   * @param generation how many times the session's tokens had been renewed when this one was issued
   */
  record Granted(String token, int generation) implements Access {
    @Override
    public String toString() {
      return "a token of generation " + generation;
    }
  }

  /** The session has ended, or the user must sign in again. */
  record Ended() implements Access {}

  /**
   * No token is available at the moment.
   *
   * @param cause for the log: never a token
   * @param retryAfter when to retry; null if no time is known
   */
  record Unavailable(String cause, @Nullable Duration retryAfter) implements Access {}
}
