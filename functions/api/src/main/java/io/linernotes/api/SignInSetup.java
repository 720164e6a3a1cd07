package io.linernotes.api;

import io.linernotes.config.Configuration;
import io.linernotes.http.JdkHttp;
import io.linernotes.session.RedirectUri;
import io.linernotes.session.Secret;
import io.linernotes.session.spotify.SpotifyApp;
import io.linernotes.session.spotify.SpotifyOAuth;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What signing in needs to be told.
 *
 * @param cookie what a browser is known by that comes back
 * @param returnUrls where users may be sent afterwards, each exactly so
 * @param missing why nobody can sign in, if so; everything else works all the same
 */
record SignInSetup(
    SpotifyOAuth spotify, SignInCookie cookie, Set<String> returnUrls, Optional<Problem> missing) {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

  SignInSetup {
    returnUrls = Set.copyOf(returnUrls);
  }

  /**
   * The setup that the variables describe.
   *
   * @throws IllegalStateException if the redirect URI is one that Spotify does not take
   */
  static SignInSetup from(Configuration configuration) {
    Optional<RedirectUri> redirect = RedirectUri.from(configuration);
    SpotifyApp app = SpotifyApp.from(configuration);
    SpotifyOAuth spotify =
        new SpotifyOAuth(
            new JdkHttp(configuration.optional("CONTACT").orElse("no contact"), CALL_TIMEOUT),
            app,
            redirect.map(RedirectUri::value).orElse(null));
    Set<String> returnUrls =
        configuration
            .optional("ALLOWED_RETURN_URLS")
            .map(urls -> Stream.of(urls.split(",")).map(String::strip).collect(Collectors.toSet()))
            .orElse(Set.of());
    SignInCookie cookie =
        redirect.map(uri -> SignInCookie.of(uri.value())).orElse(new SignInCookie("/", true));
    return new SignInSetup(spotify, cookie, returnUrls, missing(app, redirect));
  }

  private static Optional<Problem> missing(SpotifyApp app, Optional<RedirectUri> redirect) {
    if (app.clientId().isEmpty()) {
      return notSetUp("SpotifyClientId set to that of your app at Spotify");
    }
    return redirect.isPresent()
        ? Optional.empty()
        : notSetUp(
            "SpotifyRedirectUri set to this API's /v1/auth/spotify/callback, as it stands in the"
                + " app's dashboard at Spotify");
  }

  private static Optional<Problem> notSetUp(String parameter) {
    return Optional.of(
        Problem.unavailable(
            "Signing in is not set up here: deploy with the parameter " + parameter + "."));
  }

  /** Where the user is sent. */
  URI authorizeUrl(Secret state, String challenge) {
    return spotify.authorizeUrl(state, challenge);
  }

  /** The URL, if users may be sent there. */
  Optional<URI> allowedReturn(String url) {
    return returnUrls.contains(url) ? Optional.of(URI.create(url)) : Optional.empty();
  }
}
