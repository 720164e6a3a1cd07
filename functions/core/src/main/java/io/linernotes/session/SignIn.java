package io.linernotes.session;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs users in with Spotify, finds their sessions, and signs them out. */
public final class SignIn {

  private final SessionStore store;
  private final TokenSealer sealer;
  private final SpotifySignIn spotify;
  private final SecureRandom random;
  private final InstantSource clock;

  public SignIn(
      SessionStore store,
      TokenVault vault,
      SpotifySignIn spotify,
      SecureRandom random,
      InstantSource clock) {
    this.store = store;
    this.sealer = new TokenSealer(vault);
    this.spotify = spotify;
    this.random = random;
    this.clock = clock;
  }

  /**
   * A sign-in that has begun.
   *
   * @param state sent to Spotify, and returned with the user; valid once
   * @param challenge the PKCE challenge, of method S256
   * @param browser a secret that the browser keeps and shows when it comes back. Without it, an
   *     attacker could pass on a state of the attacker's own and so sign the user in as the
   *     attacker (login CSRF)
   */
  public record Begun(Secret state, String challenge, Secret browser) {}

  /** The outcome of a sign-in. */
  public sealed interface Result {

    /**
     * The user is signed in.
     *
     * @param token the session's token, which is not stored and cannot be shown again
     */
    record SignedIn(Secret token, Session session, Profile profile, @Nullable URI returnTo)
        implements Result {}

    /** No pending sign-in has this state: it never began, was completed already, or has expired. */
    record Unknown() implements Result {}

    /** It began in another browser than the one that came back. The pending sign-in is removed. */
    record OtherBrowser() implements Result {}

    /** Spotify refused the code. */
    record Refused() implements Result {}

    /** Spotify did not answer, or refused this application. */
    record Unavailable(String cause, @Nullable Duration retryAfter) implements Result {}
  }

  /** Begins a sign-in, which must come back within {@link PendingLogin#LIFETIME}. */
  public Begun begin(@Nullable URI returnTo) {
    Secret state = Secret.random(random);
    Secret verifier = Secret.random(random);
    Secret browser = Secret.random(random);
    Instant expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(PendingLogin.LIFETIME);
    SessionId id = state.hash();
    store.begin(
        new PendingLogin(
            id, browser.hash(), sealer.sealedVerifier(id, verifier), returnTo, expiresAt));
    return new Begun(state, verifier.challenge(), browser);
  }

  /**
   * Ends a sign-in that the user declined at Spotify; returns whether this browser had begun it.
   */
  public boolean abandon(Secret state, @Nullable Secret browser) {
    return store
        .take(state.hash(), clock.instant())
        .filter(login -> began(login, browser))
        .isPresent();
  }

  private static boolean began(PendingLogin login, @Nullable Secret browser) {
    return browser != null && browser.matches(login.browser());
  }

  /**
   * Completes a sign-in with the code that Spotify returned with the user.
   *
   * @param browser the secret that the browser kept; null if it sent none
   */
  public Result complete(Secret state, @Nullable Secret browser, String code) {
    PendingLogin login = store.take(state.hash(), clock.instant()).orElse(null);
    if (login == null || !state.matches(login.id())) {
      return new Result.Unknown();
    }
    if (!began(login, browser)) {
      return new Result.OtherBrowser();
    }
    Secret verifier;
    try {
      verifier = sealer.verifier(login);
    } catch (UnsealableException e) {
      return new Result.Unknown();
    }
    return switch (spotify.exchange(code, verifier)) {
      case SpotifyReply.Granted<SpotifySignIn.Tokens>(SpotifySignIn.Tokens tokens) ->
          signedIn(login, tokens);
      case SpotifyReply.Refused<SpotifySignIn.Tokens> _ -> new Result.Refused();
      case SpotifyReply.Unavailable<SpotifySignIn.Tokens>(var cause, var retryAfter) ->
          new Result.Unavailable(cause, retryAfter);
    };
  }

  private Result signedIn(PendingLogin login, SpotifySignIn.Tokens tokens) {
    String refresh = tokens.refresh();
    if (refresh == null) {
      return new Result.Unavailable("no refresh token came with the code", null);
    }
    return switch (spotify.profile(tokens.access())) {
      case SpotifyReply.Granted<Profile>(Profile profile) -> {
        Secret token = Secret.random(random);
        SessionId id = token.hash();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Session session =
            new Session(
                id,
                profile.account(),
                now,
                now.plus(Session.LIFETIME),
                sealer.sealed(id, tokens, refresh, now, 0));
        store.create(session);
        yield new Result.SignedIn(token, session, profile, login.returnTo());
      }
      case SpotifyReply.Refused<Profile> _ -> new Result.Refused();
      case SpotifyReply.Unavailable<Profile>(var cause, var retryAfter) ->
          new Result.Unavailable(cause, retryAfter);
    };
  }

  /** The session of this token, even one without tokens, in which the user must sign in again. */
  public Optional<Session> session(Secret token) {
    return store.find(token.hash(), clock.instant()).filter(session -> token.matches(session.id()));
  }

  /** Ends a session. Tasks on their way that look it up find none, too. */
  public void end(Session session) {
    store.delete(session.id());
  }
}
