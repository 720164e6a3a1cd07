package io.linernotes.session;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How users sign in, are known again, and leave. */
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
   * What the user takes along to Spotify.
   *
   * @param state comes back with the user, once
   * @param challenge PKCE's, of method S256
   * @param browser what the browser keeps to itself and shows when it comes back: a state alone
   *     could be somebody else's, who would have the user sign in as that one
   */
  public record Begun(Secret state, String challenge, Secret browser) {}

  /** What came of a sign-in. */
  public sealed interface Result {

    /**
     * The user is signed in.
     *
     * @param token the session's token, which nobody can tell again
     */
    record SignedIn(Secret token, Session session, Profile profile, @Nullable URI returnTo)
        implements Result {}

    /** No sign-in has begun with this state, or it came back already, or too late. */
    record Unknown() implements Result {}

    /** It began in another browser than the one that came back; it has ended. */
    record OtherBrowser() implements Result {}

    /** Spotify does not take the code. */
    record Refused() implements Result {}

    /** Spotify did not answer, or does not take this application. */
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

  /** Ends a sign-in that the user did not agree to; whether there was one in this browser. */
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
   * Ends a sign-in with the code that Spotify sent the user back with.
   *
   * @param browser what the browser kept since the beginning; null if it has nothing to show
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

  /** The session that the token opens, one too in which the user must sign in again. */
  public Optional<Session> session(Secret token) {
    return store.find(token.hash(), clock.instant()).filter(session -> token.matches(session.id()));
  }

  /** Ends a session, for tasks on their way too. */
  public void end(Session session) {
    store.delete(session.id());
  }
}
