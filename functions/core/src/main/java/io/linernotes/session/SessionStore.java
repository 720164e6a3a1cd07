package io.linernotes.session;

import java.time.Instant;
import java.util.Optional;

/**
 * The store of sessions and pending sign-ins. Reads are strongly consistent. Every method throws
 * {@link io.linernotes.cache.CacheUnavailableException} if the store cannot be reached.
 */
public interface SessionStore {

  /** Stores a pending sign-in until it expires. */
  void begin(PendingLogin login);

  /**
   * Removes and returns a pending sign-in, which succeeds once; nothing if there is none or it has
   * expired.
   */
  Optional<PendingLogin> take(SessionId login, Instant now);

  /** Stores a new session until it expires. */
  void create(Session session);

  /** The session, unless it has expired or was deleted. */
  Optional<Session> find(SessionId id, Instant now);

  /**
   * Takes the lease to renew these tokens: won if the session still has them and nobody holds the
   * lease at {@code now}.
   */
  boolean claimRenewal(SessionId id, int generation, Instant until, Instant now);

  /** Ends the lease without new tokens. */
  void releaseRenewal(SessionId id, int generation);

  /**
   * Stores new tokens and ends the lease, if the session still has those of the generation before.
   *
   * @return whether they were stored; not if the session was deleted meanwhile
   */
  boolean renew(SessionId id, SealedTokens tokens);

  /**
   * Removes the session's tokens if they are still of this generation; the user must sign in again
   * then.
   *
   * @return whether they were removed
   */
  boolean revoke(SessionId id, int generation);

  /** Deletes the session. */
  void delete(SessionId id);
}
