package io.linernotes.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A secret of 256 random bits, such as a session's token or a sign-in's state. Only its {@link
 * #hash} is stored, so that a leaked store does not let anyone sign in as another user.
 *
 * @param value 43 characters of base64url
 */
public record Secret(String value) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  /**
   * @throws IllegalArgumentException if {@code value} is not 43 characters of base64url
   */
  public Secret {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a secret has 43 characters of base64url");
    }
  }

  /** A new random secret. */
  public static Secret random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(base64Url(bytes));
  }

  /** The secret in {@code text}, or nothing if it is absent or malformed. */
  public static Optional<Secret> parse(@Nullable String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(new Secret(text))
        : Optional.empty();
  }

  /**
   * The hash that is stored in its place: SHA-256, which needs no salt since all bits are random.
   */
  public SessionId hash() {
    return new SessionId(Sha256.hex(value));
  }

  /** Whether it hashes to {@code hash}; compares in constant time. */
  public boolean matches(SessionId hash) {
    return MessageDigest.isEqual(
        hash().value().getBytes(StandardCharsets.US_ASCII),
        hash.value().getBytes(StandardCharsets.US_ASCII));
  }

  /** The PKCE challenge for this verifier, by the method S256 of RFC 7636. */
  public String challenge() {
    return base64Url(Sha256.of(value));
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
