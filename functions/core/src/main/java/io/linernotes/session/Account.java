package io.linernotes.session;

import org.jspecify.annotations.Nullable;

/**
 * The account that a session belongs to.
 *
 * @param userId Spotify's user id, which is part of URLs and may change
 * @param accountId Spotify's id of the account, which never changes; the user id if Spotify gives
 *     none
 */
public record Account(String userId, String accountId, @Nullable String displayName) {

  /** The scope of the entries that only this user may see. */
  public Scope scope() {
    return new Scope(Sha256.hex("spotify account:" + accountId).substring(0, 32));
  }

  @Override
  public String toString() {
    return "the account " + scope().account();
  }
}
