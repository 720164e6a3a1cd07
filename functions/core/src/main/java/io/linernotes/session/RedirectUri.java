package io.linernotes.session;

import io.linernotes.config.Configuration;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where Spotify sends a user back to, by its rules since 2025
 * (https://developer.spotify.com/documentation/web-api/concepts/redirect_uri): https, or http with
 * a loopback IP literal and any port, and never {@code localhost}.
 */
public record RedirectUri(URI value) {

  /** The environment variable that holds it. */
  public static final String VARIABLE = "SPOTIFY_REDIRECT_URI";

  private static final Set<String> LOOPBACKS = Set.of("127.0.0.1", "[::1]");
  private static final String REMEDY =
      "Set it to https://… or http://127.0.0.1:PORT/v1/auth/spotify/callback, and the app's"
          + " dashboard at Spotify to the same.";

  /**
   * The redirect URI of this service, if it has one.
   *
   * @throws IllegalStateException if Spotify would reject it, naming the variable and the remedy
   */
  public static Optional<RedirectUri> from(Configuration configuration) {
    return configuration.optional(VARIABLE).map(RedirectUri::parse);
  }

  private static RedirectUri parse(String text) {
    URI uri = uri(text);
    String host = uri.getHost();
    if (host == null || uri.getFragment() != null || uri.getUserInfo() != null) {
      throw refused("is no URL with a host and without a fragment");
    }
    if (host.toLowerCase(Locale.ROOT).equals("localhost")) {
      throw refused("names localhost, which Spotify does not take");
    }
    boolean secure = "https".equals(uri.getScheme());
    boolean loopback = "http".equals(uri.getScheme()) && LOOPBACKS.contains(host);
    if (!secure && !loopback) {
      throw refused("is neither https nor http with a loopback address");
    }
    return new RedirectUri(uri);
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw refused("is no URL");
    }
  }

  private static IllegalStateException refused(String why) {
    return new IllegalStateException(VARIABLE + " " + why + ". " + REMEDY);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
