package io.linernotes.session;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that has begun: the user is at Spotify and has not come back yet.
 *
 * @param id the hash of its state
 * @param browser the hash of the secret that the browser was given at the beginning
 * @param verifier PKCE's verifier, sealed
 * @param returnTo where the user is redirected afterwards; null for an answer in JSON
 */
public record PendingLogin(
    SessionId id, SessionId browser, byte[] verifier, @Nullable URI returnTo, Instant expiresAt) {

  /** How long a user may take to sign in. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  @Override
  public String toString() {
    return "a sign-in until " + expiresAt;
  }
}
