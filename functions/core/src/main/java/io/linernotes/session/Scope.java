package io.linernotes.session;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For whose eyes an entry is: everybody's, or one user's alone, under keys of that user's own.
 *
 * @param account a hash of the user's account in 32 hex digits; null for everybody
 */
public record Scope(@Nullable String account) {

  /** What the application itself was shown, or what is public. */
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

  /** The key of everybody's that a user's own key stands for; nothing if it is no such key. */
  public static Optional<String> sharedPart(String usersOwn) {
    int end = usersOwn.indexOf(':', PREFIX.length());
    return isUsersOwn(usersOwn) && end > PREFIX.length()
        ? Optional.of(usersOwn.substring(end + 1))
        : Optional.empty();
  }

  /** The key of an entry in this scope: {@code user:{account_hash}:} before one user's keys. */
  public String key(String shared) {
    return account == null ? shared : PREFIX + account + ":" + shared;
  }
}
