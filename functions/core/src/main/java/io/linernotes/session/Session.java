package io.linernotes.session;

import java.time.Duration;
import java.time.Instant;

/**
 * A user's session as it is stored.
 *
 * @param tokens null once Spotify has taken its consent back: then the user must sign in again
 */
public record Session(
    SessionId id,
    Account account,
    Instant createdAt,
    Instant expiresAt,
    @org.jspecify.annotations.Nullable SealedTokens tokens) {

  /** How long a session lasts, however much it is used. */
  public static final Duration LIFETIME = Duration.ofDays(30);

  /** Whether anything may be asked in its name. */
  public boolean isOpen(Instant now) {
    return tokens != null && now.isBefore(expiresAt);
  }

  /** The user, for whatever is asked in the session's name. */
  public Viewer viewer() {
    return new Viewer(id, account.scope());
  }
}
