package io.linernotes.api.session;

import io.linernotes.api.exchange.Problem;
import io.linernotes.config.Configuration;
import io.linernotes.http.JdkHttp;
import io.linernotes.session.RedirectUri;
import io.linernotes.session.Secret;
import io.linernotes.session.spotify.SpotifyApp;
import io.linernotes.session.spotify.SpotifyOAuth;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The configuration of sign-ins.
 *
 * @param cookie recognises the browser that started a sign-in
 * @param returnUrls the URLs to which users may be redirected afterwards
 * @param missing why sign-ins are impossible, if a parameter is missing; all other routes work
 *     without it
 */
public record SignInSetup(
    SpotifyOAuth spotify, SignInCookie cookie, ReturnUrls returnUrls, Optional<Problem> missing) {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

  /**
   * The setup in the function's variables.
   *
   * @throws IllegalStateException if Spotify would refuse the redirect URI, or a return URL is
   *     neither https nor on this machine
   */
  public static SignInSetup from(Configuration configuration) {
    Optional<RedirectUri> redirect = RedirectUri.from(configuration);
    SpotifyApp app = SpotifyApp.from(configuration);
    SpotifyOAuth spotify =
        new SpotifyOAuth(
            new JdkHttp(configuration.optional("CONTACT").orElse("no contact"), CALL_TIMEOUT),
            app,
            redirect.map(RedirectUri::value).orElse(null));
    SignInCookie cookie =
        redirect.map(uri -> SignInCookie.of(uri.value())).orElse(new SignInCookie("/", true));
    ReturnUrls listed = ReturnUrls.from(configuration);
    ReturnUrls allowed = redirect.map(listed::withOwnPages).orElse(listed);
    return new SignInSetup(spotify, cookie, allowed, missing(app, redirect));
  }

  private static Optional<Problem> missing(SpotifyApp app, Optional<RedirectUri> redirect) {
    if (app.clientId().isEmpty()) {
      return notSetUp("SpotifyClientId, the client id of your app at Spotify");
    }
    return redirect.isPresent()
        ? Optional.empty()
        : notSetUp(
            "SpotifyRedirectUri, this API's /v1/auth/spotify/callback exactly as the app's"
                + " dashboard at Spotify lists it");
  }

  private static Optional<Problem> notSetUp(String parameter) {
    return Optional.of(
        Problem.unavailable(
            "Signing in is not set up: deploy with the parameter " + parameter + "."));
  }

  /** The page at Spotify that asks the user to agree. */
  URI authorizeUrl(Secret state, String challenge) {
    return spotify.authorizeUrl(state, challenge);
  }

  /** The URL, if users may be redirected there. */
  Optional<URI> allowedReturn(String url) {
    return returnUrls.find(url);
  }
}
