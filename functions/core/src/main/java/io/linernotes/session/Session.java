package io.linernotes.session;

import java.time.Duration;
import java.time.Instant;

/**
 * A user's session as it is stored.
 *
 * @param tokens null once Spotify has revoked them; the user must sign in again then
 */
public record Session(
    SessionId id,
    Account account,
    Instant createdAt,
    Instant expiresAt,
    @org.jspecify.annotations.Nullable SealedTokens tokens) {

  /** How long a session lasts; use does not extend it. */
  public static final Duration LIFETIME = Duration.ofDays(30);

  /** Whether the session can be used: it has tokens and has not expired. */
  public boolean isOpen(Instant now) {
    return tokens != null && now.isBefore(expiresAt);
  }

  /** The viewer for requests in this session's name. */
  public Viewer viewer() {
    return new Viewer(id, account.scope());
  }
}
