package io.linernotes.session.spotify;

import io.linernotes.config.Configuration;
import io.linernotes.secret.Secrets;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * This application's registration with Spotify, and Spotify's base URLs.
 *
 * @param accounts base URL of the accounts service, without a trailing slash
 * @param api base URL of the Web API, without a trailing slash
 * @param clientId empty if none is configured
 * @param clientSecret null for an application without a secret, which relies on PKCE alone
 */
public record SpotifyApp(
    URI accounts, URI api, String clientId, @Nullable Supplier<String> clientSecret) {

  /** The name of the secret that holds the application's client secret. */
  public static final String CLIENT_SECRET = "SPOTIFY_CLIENT_SECRET";

  /**
   * The application that {@code SPOTIFY_CLIENT_ID} names.
   *
   * @throws IllegalStateException if a variable is missing or malformed
   */
  public static SpotifyApp from(Configuration configuration) {
    return new SpotifyApp(
        configuration.uri("SPOTIFY_ACCOUNTS_URL", "Set it to https://accounts.spotify.com."),
        configuration.uri("SPOTIFY_API_URL", "Set it to https://api.spotify.com/v1."),
        configuration.optional("SPOTIFY_CLIENT_ID").orElse(""),
        Secrets.optional(configuration, CLIENT_SECRET).orElse(null));
  }

  @Override
  public String toString() {
    return "the app " + clientId;
  }
}
