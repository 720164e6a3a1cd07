package io.linernotes.api;

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
import io.linernotes.session.Viewer;
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

/** The routes by which users sign in and leave, and who it is that asks on the others. */
final class SessionRoutes {

  private static final Logger LOG = Loggers.of(SessionRoutes.class);
  private static final String HEADER = "x-session";
  private static final String START = "/v1/auth/spotify";

  private final SignIn signIn;
  private final SignInSetup setup;
  private final TrackCache cache;
  private final InstantSource clock;

  SessionRoutes(SignIn signIn, SignInSetup setup, TrackCache cache, InstantSource clock) {
    this.signIn = signIn;
    this.setup = setup;
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * The user in whose name the request is made; null if it names no session.
   *
   * @throws BadRequestException if it names one that is unknown or has ended
   */
  @Nullable Viewer viewer(Request request) {
    return request.hasSession() ? open(request).viewer() : null;
  }

  /** {@code GET /v1/auth/spotify}: sends the user to Spotify. */
  Answer begin(Request request) {
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
                    "This URL is not among those that the parameter AllowedReturnUrls lists."));
  }

  /** {@code GET /v1/auth/spotify/callback}: Spotify has sent the user back. */
  Answer callback(Request request) {
    Optional<Problem> missing = setup.missing();
    if (missing.isPresent()) {
      return Answer.of(missing.get());
    }
    Secret state =
        Secret.parse(request.query("state").orElse(null)).orElseThrow(SessionRoutes::unknownState);
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
                        "code", "Spotify sends a code along: start again at " + START + "."));
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
                  + ", by the same host name as Spotify sends you back to.");
      case SignIn.Result.Refused _ ->
          throw BadRequestException.of(
              "code", "Spotify does not take this code: start again at " + START + ".");
      case SignIn.Result.Unavailable(String cause, @Nullable Duration retryAfter) -> {
        LogLine.of("a sign-in failed").with("cause", cause).log(LOG, Level.WARNING);
        yield Answer.of(
                Problem.unavailable(
                    "Spotify did not complete the sign-in: start again at " + START + "."))
            .with("Retry-After", retryAfter == null ? "5" : Routes.seconds(retryAfter));
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
                "error", "You did not agree at Spotify: to try again, start at " + START + ".")
            : Problem.badRequest(
                "error", "Spotify ended the sign-in: to try again, start at " + START + "."));
  }

  private static BadRequestException unknownState() {
    return BadRequestException.of(
        "state",
        "This sign-in is not known, was completed already, or took more than ten minutes: start"
            + " again at "
            + START
            + ".");
  }

  private Answer signedIn(SignIn.Result.SignedIn signedIn) {
    remember(signedIn.profile());
    String token = signedIn.token().value();
    Instant expiresAt = signedIn.session().expiresAt();
    URI returnTo = signedIn.returnTo();
    // A fragment stays in the browser: neither servers nor their logs get to see it.
    return returnTo == null
        ? Answer.json(200, PlainFormat.text(new NewSession(token, expiresAt)))
        : redirect(returnTo + "#session=" + token + "&expires_at=" + expiresAt);
  }

  /** It came with the sign-in: nobody need ask for it. */
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
   * {@code DELETE /v1/session}: ends the session, for tasks on their way too, and forgets the
   * user's profile. Playlists stay where only a session of the same user opens them, because there
   * may be another one.
   */
  Answer end(Request request) {
    Session session = session(request);
    Account account = session.account();
    cache.invalidate(List.of(Profile.key(account.scope(), account.userId())), clock.instant());
    signIn.end(session);
    return new Answer(204, Map.of(), "");
  }

  /**
   * The request's session, in which the user need not sign in again.
   *
   * @throws BadRequestException if there is none
   */
  Session open(Request request) {
    Session session = session(request);
    if (!session.isOpen(clock.instant())) {
      throw unauthorized("Spotify no longer lets us in for this user: sign in again at ");
    }
    return session;
  }

  private Session session(Request request) {
    return Secret.parse(request.header(HEADER).orElse(null))
        .flatMap(signIn::session)
        .orElseThrow(
            () ->
                unauthorized(
                    !request.hasSession()
                        ? "Send the session's token in this header; to get one, sign in at "
                        : "This session is not known or has ended: sign in at "));
  }

  private static BadRequestException unauthorized(String detail) {
    return new BadRequestException(Problem.unauthorized(HEADER, detail + START + "."));
  }
}
