package io.linernotes.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Spotify's authorization code flow with PKCE
 * (https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow). No method throws.
 */
public interface SpotifySignIn {

  /**
   * A user's tokens.
   *
   * @param refresh null if the refresh token stays the same
   * @param lifetime of the access token, from now on
   */
  record Tokens(String access, @Nullable String refresh, Duration lifetime) {
    @Override
    public String toString() {
      return "tokens for " + lifetime;
    }
  }

  /** The tokens for a code that Spotify returned with the user. */
  SpotifyReply<Tokens> exchange(String code, Secret verifier);

  /** New tokens for a refresh token. */
  SpotifyReply<Tokens> refresh(String refreshToken);

  /** The user whose access token it is. */
  SpotifyReply<Profile> profile(String accessToken);
}
