package io.linernotes.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A store of sessions in memory, for tests. */
public final class InMemorySessionStore implements SessionStore {

  private final Map<SessionId, PendingLogin> logins = new HashMap<>();
  private final Map<SessionId, Session> sessions = new HashMap<>();
  private final Map<SessionId, Instant> renewing = new HashMap<>();

  @Override
  public synchronized void begin(PendingLogin login) {
    logins.put(login.id(), login);
  }

  @Override
  public synchronized Optional<PendingLogin> take(SessionId login, Instant now) {
    return Optional.ofNullable(logins.remove(login)).filter(it -> now.isBefore(it.expiresAt()));
  }

  @Override
  public synchronized void create(Session session) {
    sessions.put(session.id(), session);
  }

  @Override
  public synchronized Optional<Session> find(SessionId id, Instant now) {
    return Optional.ofNullable(sessions.get(id)).filter(it -> now.isBefore(it.expiresAt()));
  }

  @Override
  public synchronized boolean claimRenewal(
      SessionId id, int generation, Instant until, Instant now) {
    Instant leased = renewing.get(id);
    if (!has(id, generation) || (leased != null && now.isBefore(leased))) {
      return false;
    }
    renewing.put(id, until);
    return true;
  }

  @Override
  public synchronized void releaseRenewal(SessionId id, int generation) {
    if (has(id, generation)) {
      renewing.remove(id);
    }
  }

  @Override
  public synchronized boolean renew(SessionId id, SealedTokens tokens) {
    Session session = sessions.get(id);
    if (session == null || !has(id, tokens.generation() - 1)) {
      return false;
    }
    renewing.remove(id);
    sessions.put(
        id, new Session(id, session.account(), session.createdAt(), session.expiresAt(), tokens));
    return true;
  }

  @Override
  public synchronized boolean revoke(SessionId id, int generation) {
    Session session = sessions.get(id);
    if (session == null || !has(id, generation)) {
      return false;
    }
    renewing.remove(id);
    sessions.put(
        id, new Session(id, session.account(), session.createdAt(), session.expiresAt(), null));
    return true;
  }

  @Override
  public synchronized void delete(SessionId id) {
    sessions.remove(id);
    renewing.remove(id);
  }

  private boolean has(SessionId id, int generation) {
    Session session = sessions.get(id);
    SealedTokens tokens = session == null ? null : session.tokens();
    return tokens != null && tokens.generation() == generation;
  }
}
