package io.linernotes.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that tokens are sealed with: the current key seals, and every key opens. To rotate, add
 * a key. Make it the current one once every instance has read it. Remove the old key when the
 * sessions of its time have ended: an instance that lacks a session's key ends that session.
 */
public final class SessionKeys {

  /** The least number of characters that a key is derived from. */
  public static final int SHORTEST = 32;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final byte[] PURPOSE =
      "linernotes session tokens, AES-256-GCM".getBytes(StandardCharsets.US_ASCII);

  private final String current;
  private final Map<String, SecretKey> keys;

  private SessionKeys(String current, Map<String, SecretKey> keys) {
    this.current = current;
    this.keys = keys;
  }

  /**
   * Keys derived (HKDF with SHA-256) from random texts.
   *
   * @param current the id of the key to seal with
   * @param texts the secret texts that the keys are derived from, by the keys' ids
   * @throws IllegalArgumentException if an id is malformed, a text too short, or there is no
   *     current one
   */
  public static SessionKeys of(String current, Map<String, String> texts) {
    if (!texts.containsKey(current)) {
      throw new IllegalArgumentException("there is no current key");
    }
    Map<String, SecretKey> keys = new HashMap<>();
    texts.forEach(
        (id, text) -> {
          if (!ID.matcher(id).matches() || text.length() < SHORTEST) {
            throw new IllegalArgumentException(
                "a key has an id and at least " + SHORTEST + " characters");
          }
          keys.put(id, derived(text));
        });
    return new SessionKeys(current, Map.copyOf(keys));
  }

  private static SecretKey derived(String text) {
    try {
      byte[] bytes =
          KDF.getInstance("HKDF-SHA256")
              .deriveData(
                  HKDFParameterSpec.ofExtract()
                      .addIKM(text.getBytes(StandardCharsets.UTF_8))
                      .thenExpand(PURPOSE, 32));
      return new SecretKeySpec(bytes, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has HKDF-SHA256", e);
    }
  }

  String current() {
    return current;
  }

  Optional<SecretKey> key(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  @Override
  public String toString() {
    return "session keys " + keys.keySet();
  }
}
