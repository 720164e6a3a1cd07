package io.linernotes.session;

import io.linernotes.remote.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of signed-in users, renewed shortly before they end. However many workers want
 * a session's token at the same time, one of them renews it; the others go on with the old one
 * while it lasts, else they wait for the new one. Nothing is kept in memory, so a session that was
 * ended is ended for everybody at once.
 */
public final class UserTokens {

  /** How long before its end a token is renewed. */
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

  /** The session's next access token, after Spotify refused this one. */
  public Access accessInsteadOf(Access.Granted refused, SessionId session) {
    return access(session, refused.generation());
  }

  /** Ends the session, unless it has other tokens by now: Spotify refuses even new ones. */
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
   * @return null if it is worth another look: somebody else renews the token, or just did
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
   * What only the user can mend ends the session, so that the user is told to.
   *
   * @return null if the session has other tokens by now, which may be good
   */
  private @Nullable Access ended(SessionId id, SealedTokens tokens) {
    return store.revoke(id, tokens.generation()) ? new Access.Ended() : null;
  }

  /**
   * @param good whether the old token could still be used
   * @return null if somebody else, who had held the lease too long, was quicker after all
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
