package io.linernotes.session;

import org.jspecify.annotations.Nullable;

/**
 * Whose session it is.
 *
 * @param userId Spotify's user id, which stands in URLs and may one day be another
 * @param accountId Spotify's id of the account, which never changes; the user id where there is
 *     none
 */
public record Account(String userId, String accountId, @Nullable String displayName) {

  /** Where what only this user may see is kept. */
  public Scope scope() {
    return new Scope(Sha256.hex("spotify account:" + accountId).substring(0, 32));
  }

  @Override
  public String toString() {
    return "the account " + scope().account();
  }
}
