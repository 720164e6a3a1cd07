package io.linernotes.cache;

import java.nio.charset.StandardCharsets;

/**
 * The key of one cached record, typed by the record's value.
 *
 * @param value the partition key, at most 1,024 bytes of UTF-8
 */
public record CacheKey<T>(Kind<T> kind, String value) {

  /** DynamoDB's limit for a partition key is 2,048 bytes; ours leaves room to prefix a key. */
  public static final int MAX_BYTES = 1024;

  /** One UTF-16 {@code char} takes at most 3 bytes of UTF-8. */
  private static final int MOST_BYTES_PER_CHAR = 3;

  /**
   * @throws IllegalArgumentException if {@code value} is empty or too long
   */
  public CacheKey {
    if (value.isEmpty() || !fits(value)) {
      throw new IllegalArgumentException("a cache key has 1 to " + MAX_BYTES + " bytes");
    }
  }

  /** Whether {@code value} is short enough for a key. */
  public static boolean fits(String value) {
    return value.length() <= MAX_BYTES / MOST_BYTES_PER_CHAR
        || value.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  @Override
  public String toString() {
    return value;
  }
}
