package io.linernotes.session;

import java.time.Instant;
import java.util.Arrays;

/**
 * A session's tokens as they are stored.
 *
 * @param access the sealed access token
 * @param accessExpiresAt when the access token expires at Spotify
 * @param refresh the sealed refresh token
 * @param generation how many times they have been renewed
 */
public record SealedTokens(byte[] access, Instant accessExpiresAt, byte[] refresh, int generation) {

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedTokens(var access2, var until, var refresh2, var generation2)
        && Arrays.equals(access, access2)
        && accessExpiresAt.equals(until)
        && Arrays.equals(refresh, refresh2)
        && generation == generation2;
  }

  @Override
  public int hashCode() {
    return 31 * generation + accessExpiresAt.hashCode();
  }

  @Override
  public String toString() {
    return "tokens of generation " + generation + ", good until " + accessExpiresAt;
  }
}
