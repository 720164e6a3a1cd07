package io.linernotes.api;

import io.linernotes.session.PendingLogin;
import io.linernotes.session.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie by which the browser that began a sign-in is known when Spotify sends it back. Only
 * the callback gets to see it, and a link that somebody else made brings none along.
 *
 * @param path that of the redirect URI
 * @param secure whether it travels by https alone
 */
record SignInCookie(String path, boolean secure) {

  static final String NAME = "linernotes_sign_in";

  /** The cookie for a service that Spotify sends users back to there. */
  static SignInCookie of(URI redirectUri) {
    String path = redirectUri.getRawPath();
    return new SignInCookie(
        path == null || path.isEmpty() ? "/" : path, "https".equals(redirectUri.getScheme()));
  }

  /** {@code Set-Cookie} with this value, for as long as a sign-in may take. */
  String holding(Secret value) {
    return text(value.value(), PendingLogin.LIFETIME);
  }

  /** {@code Set-Cookie} that takes the cookie away. */
  String gone() {
    return text("", Duration.ZERO);
  }

  private String text(String value, Duration lifetime) {
    // Lax: it comes along where Spotify's page leads back, which another site's form would not.
    return NAME
        + "="
        + value
        + "; Max-Age="
        + lifetime.toSeconds()
        + "; Path="
        + path
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }

  /** What the browser kept; nothing if it shows no such cookie. */
  static Optional<Secret> in(Request request) {
    return request
        .header("Cookie")
        .flatMap(
            cookies ->
                Arrays.stream(cookies.split(";", -1))
                    .map(String::strip)
                    .filter(cookie -> cookie.startsWith(NAME + "="))
                    .flatMap(cookie -> Secret.parse(cookie.substring(NAME.length() + 1)).stream())
                    .findFirst());
  }
}
