package io.linernotes.api.session;

import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.cache.TrackCache;
import io.linernotes.cache.WriteBack;
import io.linernotes.json.PlainFormat;
import io.linernotes.observability.LogLine;
import io.linernotes.observability.Loggers;
import io.linernotes.session.Account;
import io.linernotes.session.Profile;
import io.linernotes.session.Secret;
import io.linernotes.session.Session;
import io.linernotes.session.SignIn;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routes for signing in at Spotify and signing out. */
public final class SignInRoutes {

  private static final Logger LOG = Loggers.of(SignInRoutes.class);
  static final String START = "/v1/auth/spotify";

  /** The {@code Retry-After} of a failure for which Spotify names no time. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final SignIn signIn;
  private final SignInSetup setup;
  private final Sessions sessions;
  private final TrackCache cache;
  private final InstantSource clock;

  /**
   * Routes over that sign-in.
   *
   * @param cache stores the profile that comes with a sign-in
   */
  public SignInRoutes(
      SignIn signIn, SignInSetup setup, Sessions sessions, TrackCache cache, InstantSource clock) {
    this.signIn = signIn;
    this.setup = setup;
    this.sessions = sessions;
    this.cache = cache;
    this.clock = clock;
  }

  /** {@code GET /v1/auth/spotify?return_to}: redirects the user to Spotify. */
  public Answer begin(Request request) {
    return setup
        .missing()
        .map(Answer::of)
        .orElseGet(
            () -> {
              SignIn.Begun begun = signIn.begin(returnTo(request));
              return redirect(setup.authorizeUrl(begun.state(), begun.challenge()).toString())
                  .with("Set-Cookie", setup.cookie().holding(begun.browser()));
            });
  }

  private @Nullable URI returnTo(Request request) {
    String url = request.query("return_to").orElse(null);
    if (url == null) {
      return null;
    }
    return setup
        .allowedReturn(url)
        .orElseThrow(
            () ->
                BadRequestException.of(
                    "return_to",
                    "This URL is not one of those that the deployment's parameter AllowedReturnUrls lists."));
  }

  /** {@code GET /v1/auth/spotify/callback?code&state}: Spotify redirects the user back. */
  public Answer callback(Request request) {
    Optional<Problem> missing = setup.missing();
    if (missing.isPresent()) {
      return Answer.of(missing.get());
    }
    Secret state =
        Secret.parse(request.query("state").orElse(null)).orElseThrow(SignInRoutes::unknownState);
    Secret browser = SignInCookie.in(request).orElse(null);
    if (request.query("error").isPresent()) {
      return abandoned(state, browser, request.query("error").get());
    }
    String code =
        request
            .query("code")
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    BadRequestException.of(
                        "code",
                        "The redirect from Spotify carries no code: start again at "
                            + START
                            + "."));
    return switch (signIn.complete(state, browser, code)) {
      case SignIn.Result.SignedIn signedIn ->
          signedIn(signedIn).with("Set-Cookie", setup.cookie().gone());
      case SignIn.Result.Unknown _ -> throw unknownState();
      case SignIn.Result.OtherBrowser _ ->
          throw BadRequestException.of(
              "Cookie",
              "This sign-in did not begin in this browser, or the browser keeps no cookies: start"
                  + " again at "
                  + START
                  + ", under the host name that Spotify redirects to.");
      case SignIn.Result.Refused _ ->
          throw BadRequestException.of(
              "code", "Spotify refused this code: start again at " + START + ".");
      case SignIn.Result.Unavailable(String cause, @Nullable Duration retryAfter) -> {
        LogLine.of("a sign-in failed").with("cause", cause).log(LOG, Level.WARNING);
        yield Answer.of(
                Problem.unavailable(
                    "Spotify did not complete the sign-in: start again at " + START + "."))
            .retryAfter(retryAfter == null ? RETRY : retryAfter);
      }
    };
  }

  private Answer abandoned(Secret state, @Nullable Secret browser, String error) {
    if (!signIn.abandon(state, browser)) {
      throw unknownState();
    }
    return Answer.of(
        error.equals("access_denied")
            ? Problem.forbidden(
                "error", "You declined at Spotify: to try again, start at " + START + ".")
            : Problem.badRequest(
                "error", "Spotify ended the sign-in: to try again, start at " + START + "."));
  }

  private static BadRequestException unknownState() {
    return BadRequestException.of(
        "state",
        "This sign-in is unknown, already completed, or older than ten minutes: start again at "
            + START
            + ".");
  }

  private Answer signedIn(SignIn.Result.SignedIn signedIn) {
    remember(signedIn.profile());
    String token = signedIn.token().value();
    Instant expiresAt = signedIn.session().expiresAt();
    URI returnTo = signedIn.returnTo();
    // A fragment stays in the browser: no server and no access log sees the token.
    return returnTo == null
        ? Answer.json(200, PlainFormat.text(new NewSession(token, expiresAt)))
            .with("Cache-Control", "no-store")
        : redirect(returnTo + "#session=" + token + "&expires_at=" + expiresAt);
  }

  /** Stores the profile that came with the sign-in, so that no task has to fetch it. */
  private void remember(Profile profile) {
    CacheKey<Profile> key = Profile.key(profile.account().scope(), profile.id());
    Slot<Profile> seen = cache.read(List.of(key)).slot(key);
    new WriteBack(cache).write(Entry.found(key, profile, clock.instant()), seen);
  }

  private record NewSession(String session, Instant expiresAt) {}

  private static Answer redirect(String location) {
    return new Answer(302, Map.of("Location", location, "Referrer-Policy", "no-referrer"), "");
  }

  /**
   * {@code DELETE /v1/session}: ends the session, also for tasks already in the queues, and removes
   * the user's profile. Private playlists stay in the cache under the user's own keys, which only a
   * session of the same user reads, because the user may have another session.
   */
  public Answer end(Request request) {
    Session session = sessions.any(request);
    Account account = session.account();
    cache.invalidate(List.of(Profile.key(account.scope(), account.userId())), clock.instant());
    signIn.end(session);
    return new Answer(204, Map.of(), "");
  }
}
