package io.linernotes.simulator;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;

/** Identifiers and other values derived from a name: the same in every run. */
final class Ids {
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int SPOTIFY_ID_LENGTH = 22;

  private Ids() {}

  /** 22 base-62 characters, like Spotify's. */
  static String spotify(String name) {
    SplittableRandom random = random(name);
    StringBuilder id = new StringBuilder(SPOTIFY_ID_LENGTH);
    for (int i = 0; i < SPOTIFY_ID_LENGTH; i++) {
      id.append(BASE62.charAt(random.nextInt(BASE62.length())));
    }
    return id.toString();
  }

  /** A UUID, like MusicBrainz's and ReccoBeats's. */
  static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A whole number from {@code least} up to, not including, {@code bound}. */
  static int number(String name, int least, int bound) {
    return random(name).nextInt(least, bound);
  }

  /** A number from 0 to 1 with three decimals. */
  static double share(String name) {
    return number(name, 0, 1001) / 1000.0;
  }

  /** 32 hexadecimal digits. */
  static String hex(String name) {
    byte[] bytes = new byte[16];
    random(name).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static SplittableRandom random(String name) {
    long seed = 1125899906842597L;
    for (int i = 0; i < name.length(); i++) {
      seed = 31 * seed + name.charAt(i);
    }
    return new SplittableRandom(seed);
  }
}
