package io.linernotes.session;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A user's profile as Spotify shows it to that user; unknown fields are null.
 *
 * @param id the user id
 * @param accountId the id of the account, which never changes
 * @param image the URL of the largest picture
 * @param followers how many
 */
public record Profile(
    String id,
    @Nullable String accountId,
    @Nullable String displayName,
    @Nullable String url,
    @Nullable String image,
    @Nullable String country,
    @Nullable String product,
    @Nullable Long followers) {

  public static final Kind<Profile> KIND =
      Kind.ofSpotify("user", "spotify:user:", Profile.class, Duration.ofDays(7));

  /**
   * {@code spotify:user:{user_id}} in the user's scope; with the id's hash if the id is too long
   * for a key.
   */
  public static CacheKey<Profile> key(Scope scope, String userId) {
    String readable = scope.key(KIND.prefix() + userId);
    return new CacheKey<>(
        KIND, CacheKey.fits(readable) ? readable : scope.key(KIND.prefix() + Sha256.hex(userId)));
  }

  /** The account of this profile. */
  public Account account() {
    return new Account(id, accountId == null ? id : accountId, displayName);
  }

  @Override
  public String toString() {
    return "the profile of " + account();
  }
}
