package io.linernotes.session;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may see an entry: everybody, or one user only. A user's own entries have keys of their own.
 *
 * @param account a hash of the user's account in 32 hex digits; null for everybody
 */
public record Scope(@Nullable String account) {

  /** What is public, or what Spotify shows to the application itself. */
  public static final Scope EVERYBODY = new Scope(null);

  private static final String PREFIX = "user:";
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  /**
   * @throws IllegalArgumentException if {@code account} is not 32 hex digits
   */
  public Scope {
    if (account != null && !FORM.matcher(account).matches()) {
      throw new IllegalArgumentException("an account's hash has 32 hex digits");
    }
  }

  /** Whether a key belongs to one user. */
  public static boolean isUsersOwn(String key) {
    return key.startsWith(PREFIX);
  }

  /** The key without the prefix of a user's scope; nothing if it has no such prefix. */
  public static Optional<String> sharedPart(String usersOwn) {
    int end = usersOwn.indexOf(':', PREFIX.length());
    return isUsersOwn(usersOwn) && end > PREFIX.length()
        ? Optional.of(usersOwn.substring(end + 1))
        : Optional.empty();
  }

  /** The key in this scope: a user's keys begin with {@code user:{account_hash}:}. */
  public String key(String shared) {
    return account == null ? shared : PREFIX + account + ":" + shared;
  }
}
