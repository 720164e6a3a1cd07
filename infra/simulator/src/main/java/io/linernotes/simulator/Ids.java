package io.linernotes.simulator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers and other values derived from a name: the same in every run. */
final class Ids {
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int SPOTIFY_ID_LENGTH = 22;

  private Ids() {}

  /** 22 base-62 characters, like Spotify's. */
  static String spotify(String name) {
    BigInteger rest = new BigInteger(1, digest(name));
    BigInteger base = BigInteger.valueOf(BASE62.length());
    StringBuilder id = new StringBuilder(SPOTIFY_ID_LENGTH);
    for (int i = 0; i < SPOTIFY_ID_LENGTH; i++) {
      BigInteger[] divided = rest.divideAndRemainder(base);
      id.append(BASE62.charAt(divided[1].intValue()));
      rest = divided[0];
    }
    return id.toString();
  }

  /** A UUID, like MusicBrainz's and ReccoBeats's. */
  static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A whole number from {@code least} up to, not including, {@code bound}. */
  static int number(String name, int least, int bound) {
    return least
        + new BigInteger(1, digest(name)).mod(BigInteger.valueOf(bound - least)).intValue();
  }

  /** A number from 0 to 1 with three decimals. */
  static double share(String name) {
    return number(name, 0, 1001) / 1000.0;
  }

  /** 32 hexadecimal digits. */
  static String hex(String name) {
    return "%032x".formatted(new BigInteger(1, digest(name)).shiftRight(128));
  }

  private static byte[] digest(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
