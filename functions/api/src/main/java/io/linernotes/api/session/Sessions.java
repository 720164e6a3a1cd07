package io.linernotes.api.session;

import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.session.Secret;
import io.linernotes.session.Session;
import io.linernotes.session.SignIn;
import io.linernotes.session.Viewer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Finds the session that a request names in its {@code x-session} header. */
public final class Sessions {

  private static final String HEADER = "x-session";

  private final SignIn signIn;
  private final InstantSource clock;

  /** The sessions that {@code signIn} opened. */
  public Sessions(SignIn signIn, InstantSource clock) {
    this.signIn = signIn;
    this.clock = clock;
  }

  /**
   * The user on whose behalf the request is made; null if it names no session.
   *
   * @throws BadRequestException if it names one that is unknown or has ended
   */
  public @Nullable Viewer viewer(Request request) {
    return request.hasSession() ? open(request).viewer() : null;
  }

  /**
   * The request's session, whose user need not sign in again.
   *
   * @throws BadRequestException if there is none
   */
  public Session open(Request request) {
    Session session = any(request);
    if (!session.isOpen(clock.instant())) {
      throw unauthorized("Spotify no longer admits this service for this user: sign in again at ");
    }
    return session;
  }

  /**
   * The request's session, even if its user must sign in again.
   *
   * @throws BadRequestException if there is none
   */
  Session any(Request request) {
    return Secret.parse(request.header(HEADER).orElse(null))
        .flatMap(signIn::session)
        .orElseThrow(
            () ->
                unauthorized(
                    request.hasSession()
                        ? "This session is unknown or has ended: sign in at "
                        : "This header must hold a session's token: to get one, sign in at "));
  }

  private static BadRequestException unauthorized(String detail) {
    return new BadRequestException(Problem.unauthorized(HEADER, detail + SignInRoutes.START + "."));
  }
}
