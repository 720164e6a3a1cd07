package io.linernotes.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What asking for a user's access token came to. */
public sealed interface Access {

  /**
   * A token that can be used now.
   *
   * @param generation which of the session's tokens it is
   */
  record Granted(String token, int generation) implements Access {
    @Override
    public String toString() {
      return "a token of generation " + generation;
    }
  }

  /** The session is no more, or the user must sign in again. */
  record Ended() implements Access {}

  /**
   * There is none at the moment.
   *
   * @param cause for the log: never a token
   * @param retryAfter null where nobody named a time
   */
  record Unavailable(String cause, @Nullable Duration retryAfter) implements Access {}
}
