package io.linernotes.session;

import java.time.Instant;
import java.util.Optional;

/**
 * The store of sessions and of sign-ins that have begun. Reads see every write before them. A store
 * that cannot be reached is a {@link io.linernotes.cache.CacheUnavailableException}.
 */
public interface SessionStore {

  /** Keeps a sign-in until it expires. */
  void begin(PendingLogin login);

  /** Takes a sign-in out, which succeeds once; nothing if there is none or it has expired. */
  Optional<PendingLogin> take(SessionId login, Instant now);

  /** Keeps a new session until it expires. */
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
   * Takes the tokens away, if they still are those: the user must sign in again.
   *
   * @return whether they still were
   */
  boolean revoke(SessionId id, int generation);

  /** Deletes the session. */
  void delete(SessionId id);
}
