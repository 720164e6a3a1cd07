package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.session.Access;
import io.linernotes.session.SessionId;
import io.linernotes.session.UserTokens;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The authority of a signed-in user, for one task. */
final class UserAuthority implements Authority {

  private final UserTokens users;
  private final SessionId session;
  private Access.@Nullable Granted latest;
  private boolean ended;

  UserAuthority(UserTokens users, SessionId session) {
    this.users = users;
    this.session = session;
  }

  /** Whether a token request has shown that the session has ended; the task then ends too. */
  synchronized boolean hasEnded() {
    return ended;
  }

  @Override
  public synchronized Outcome<String> token() {
    return outcome(users.access(session));
  }

  @Override
  public synchronized Outcome<String> tokenInsteadOf(String refused) {
    Access.Granted before = latest;
    return before == null ? token() : outcome(users.accessInsteadOf(before, session));
  }

  @Override
  public synchronized void refusedAgain(String token) {
    Access.Granted refused = latest;
    if (refused != null && refused.token().equals(token)) {
      users.revoke(refused, session);
      ended = true;
    }
  }

  private Outcome<String> outcome(Access access) {
    return switch (access) {
      case Access.Granted granted -> {
        latest = granted;
        yield new Outcome.Found<>(granted.token());
      }
      case Access.Ended _ -> {
        ended = true;
        yield new Outcome.Unavailable<>("the session has ended", null);
      }
      // One user's failure must not start a cooldown for all users: only this task waits.
      case Access.Unavailable(String cause, @Nullable Duration retryAfter) ->
          retryAfter == null
              ? new Outcome.Unavailable<>(cause, null)
              : new Outcome.Postponed<>(retryAfter);
    };
  }
}
