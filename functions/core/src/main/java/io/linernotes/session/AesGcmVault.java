package io.linernotes.session;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals with AES-256-GCM. A sealed secret is a format byte, the length and the text of the key's
 * id, a random nonce of 96 bits, and the ciphertext with its tag. The place is authenticated as
 * associated data, so a secret sealed for one session does not open for another. With random
 * nonces, some 2^32 seals are safe under one key; a session is sealed about once an hour.
 */
public final class AesGcmVault implements TokenVault {

  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Supplier<SessionKeys> keys;
  private final SecureRandom random;

  /**
   * @param keys read at each call, so that a rotated key takes effect
   */
  public AesGcmVault(Supplier<SessionKeys> keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  @Override
  public byte[] seal(String secret, String place) {
    SessionKeys ring = keys.get();
    String id = ring.current();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] name = id.getBytes(StandardCharsets.US_ASCII);
    try {
      byte[] ciphertext =
          cipher(Cipher.ENCRYPT_MODE, ring.key(id).orElseThrow(), nonce, place)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(2 + name.length + nonce.length + ciphertext.length)
          .put(FORMAT)
          .put((byte) name.length)
          .put(name)
          .put(nonce)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  @Override
  public String unseal(byte[] sealed, String place) {
    ByteBuffer bytes = ByteBuffer.wrap(sealed);
    try {
      if (bytes.get() != FORMAT) {
        throw new UnsealableException("sealed in another format");
      }
      String id = new String(next(bytes, bytes.get()), StandardCharsets.US_ASCII);
      SecretKey key =
          keys.get()
              .key(id)
              .orElseThrow(() -> new UnsealableException("sealed with a key that is no more"));
      byte[] nonce = next(bytes, NONCE_BYTES);
      byte[] secret =
          cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(next(bytes, bytes.remaining()));
      return new String(secret, StandardCharsets.UTF_8);
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new UnsealableException("cut off", e);
    } catch (GeneralSecurityException e) {
      throw new UnsealableException("sealed for another place, or changed since", e);
    }
  }

  private static byte[] next(ByteBuffer bytes, int length) {
    byte[] part = new byte[length];
    bytes.get(part);
    return part;
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
