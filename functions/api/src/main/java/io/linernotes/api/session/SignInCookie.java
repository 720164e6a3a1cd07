package io.linernotes.api.session;

import io.linernotes.api.exchange.Request;
import io.linernotes.session.PendingLogin;
import io.linernotes.session.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie that binds a sign-in to the browser that started it. Only the callback receives it; a
 * callback link that an attacker sends to a user arrives without it.
 *
 * @param path the path of the redirect URI
 * @param secure whether the browser sends it over https only
 */
public record SignInCookie(String path, boolean secure) {

  static final String NAME = "linernotes_sign_in";

  /** The cookie for that redirect URI. */
  static SignInCookie of(URI redirectUri) {
    String path = redirectUri.getRawPath();
    return new SignInCookie(
        path == null || path.isEmpty() ? "/" : path, "https".equals(redirectUri.getScheme()));
  }

  /** {@code Set-Cookie} with this value, for the longest time that a sign-in may take. */
  String holding(Secret value) {
    return text(value.value(), PendingLogin.LIFETIME);
  }

  /** {@code Set-Cookie} that removes the cookie. */
  String gone() {
    return text("", Duration.ZERO);
  }

  private String text(String value, Duration lifetime) {
    // Lax: sent with the redirect from Spotify, not with a form that another site posts.
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

  /** The cookie's value in a request, if there is one. */
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
