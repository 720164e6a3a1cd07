package io.linernotes.session;

import io.linernotes.remote.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of signed-in users, renewed shortly before they expire. A lease makes the
 * renewal single-flight: one worker renews a session's tokens; the others use the old token while
 * it lasts, and wait for the new one after that. Nothing is kept in memory, so a session that has
 * ended has ended for every instance at once.
 */
public final class UserTokens {

  /** How long before its expiry a token is renewed. */
  static final Duration AHEAD = Duration.ofMinutes(2);

  /** Longer than a call to Spotify's accounts service may take. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int LOOKS = 60;
  private static final Duration LATER = Duration.ofSeconds(1);
  private static final int NONE_REFUSED = -1;

  private final SessionStore store;
  private final TokenSealer sealer;
  private final SpotifySignIn spotify;
  private final InstantSource clock;
  private final Backoff.Pause pause;

  public UserTokens(
      SessionStore store,
      TokenVault vault,
      SpotifySignIn spotify,
      InstantSource clock,
      Backoff.Pause pause) {
    this.store = store;
    this.sealer = new TokenSealer(vault);
    this.spotify = spotify;
    this.clock = clock;
    this.pause = pause;
  }

  /** The session's access token. */
  public Access access(SessionId session) {
    return access(session, NONE_REFUSED);
  }

  /**
   * The session's access token after Spotify refused this one: a newer one, renewed if necessary.
   */
  public Access accessInsteadOf(Access.Granted refused, SessionId session) {
    return access(session, refused.generation());
  }

  /**
   * Removes the session's tokens because Spotify refuses even a renewed one, unless they have been
   * renewed since. The user must sign in again.
   */
  public void revoke(Access.Granted refused, SessionId session) {
    store.revoke(session, refused.generation());
  }

  private Access access(SessionId id, int refused) {
    for (int look = 0; look < LOOKS; look++) {
      Access access = accessNow(id, refused);
      if (access != null) {
        return access;
      }
      if (!waited()) {
        break;
      }
    }
    return new Access.Unavailable("the session's token is still being renewed", LATER);
  }

  /**
   * @return null if the session must be read again, since another worker is renewing the token or
   *     just has
   */
  private @Nullable Access accessNow(SessionId id, int refused) {
    Instant now = clock.instant();
    SealedTokens tokens = store.find(id, now).map(Session::tokens).orElse(null);
    if (tokens == null) {
      return new Access.Ended();
    }
    boolean good = tokens.generation() > refused && now.isBefore(tokens.accessExpiresAt());
    if (good && now.isBefore(tokens.accessExpiresAt().minus(AHEAD))) {
      return granted(id, tokens);
    }
    if (store.claimRenewal(id, tokens.generation(), now.plus(LEASE), now)) {
      return renewed(id, tokens, good);
    }
    return good ? granted(id, tokens) : null;
  }

  private boolean waited() {
    try {
      pause.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private @Nullable Access granted(SessionId id, SealedTokens tokens) {
    try {
      return new Access.Granted(sealer.access(id, tokens), tokens.generation());
    } catch (UnsealableException e) {
      return ended(id, tokens);
    }
  }

  /**
   * Removes the session's tokens after a failure that only a new sign-in can repair.
   *
   * @return null if the session has newer tokens by now, which may work
   */
  private @Nullable Access ended(SessionId id, SealedTokens tokens) {
    return store.revoke(id, tokens.generation()) ? new Access.Ended() : null;
  }

  /**
   * @param good whether the old access token can still be used
   * @return null if another worker, whose lease had expired, renewed the tokens first
   */
  private @Nullable Access renewed(SessionId id, SealedTokens old, boolean good) {
    String refresh;
    try {
      refresh = sealer.refresh(id, old);
    } catch (UnsealableException e) {
      return ended(id, old);
    }
    return switch (spotify.refresh(refresh)) {
      case SpotifyReply.Granted<SpotifySignIn.Tokens>(SpotifySignIn.Tokens tokens) -> {
        String next = Objects.requireNonNullElse(tokens.refresh(), refresh);
        int generation = old.generation() + 1;
        boolean stored =
            store.renew(id, sealer.sealed(id, tokens, next, clock.instant(), generation));
        yield stored ? new Access.Granted(tokens.access(), generation) : null;
      }
      case SpotifyReply.Refused<SpotifySignIn.Tokens> _ -> ended(id, old);
      case SpotifyReply.Unavailable<SpotifySignIn.Tokens> unavailable -> {
        store.releaseRenewal(id, old.generation());
        yield good
            ? granted(id, old)
            : new Access.Unavailable(unavailable.cause(), unavailable.retryAfter());
      }
    };
  }
}
