package io.linernotes.session;

import java.util.regex.Pattern;

/**
 * The id of a session or a pending sign-in, in the store and in tasks: the SHA-256 of its {@link
 * Secret} in 64 hex digits. It grants no access by itself.
 */
public record SessionId(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException if {@code value} is not 64 hex digits
   */
  public SessionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a session's id has 64 hex digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
