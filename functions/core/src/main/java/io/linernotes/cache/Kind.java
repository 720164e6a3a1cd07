package io.linernotes.cache;

import java.time.Duration;

/**
 * A kind of cached record: its name, the prefix of its keys, the Java type of its value, and its
 * lifetimes.
 *
 * @param name the value of the {@code kind} attribute
 * @param prefix the beginning of every key of this kind; where the prefixes of two kinds match a
 *     key, the longer one names its kind
 * @param freshFor how long an entry is fresh
 * @param grace how long after that it may be served stale
 * @param history what a new answer does to the entry before it
 */
public record Kind<T>(
    String name, String prefix, Class<T> type, Duration freshFor, Duration grace, History history) {

  /** What a new answer does to the one before. */
  public enum History {
    /** Fields that the new answer lacks are kept from the old one, since providers lose data. */
    KEPT,
    /** The new answer replaces the old one. */
    REPLACED
  }

  private static final Duration LONGEST_GRACE = Duration.ofDays(7);
  private static final Duration SPOTIFY_GRACE = Duration.ofHours(24);

  /** A kind that keeps known fields; stale for as long as it is fresh, 7 days at most. */
  public static <T> Kind<T> keeping(String name, String prefix, Class<T> type, Duration freshFor) {
    return new Kind<>(name, prefix, type, freshFor, grace(freshFor), History.KEPT);
  }

  /**
   * A kind in which every answer replaces the one before; stale for as long as it is fresh, 7 days
   * at most.
   */
  public static <T> Kind<T> of(String name, String prefix, Class<T> type, Duration freshFor) {
    return new Kind<>(name, prefix, type, freshFor, grace(freshFor), History.REPLACED);
  }

  private static Duration grace(Duration freshFor) {
    return freshFor.compareTo(LONGEST_GRACE) < 0 ? freshFor : LONGEST_GRACE;
  }

  /**
   * A kind of Spotify content, whose terms forbid keeping it longer than needed: stale for 24 h.
   */
  public static <T> Kind<T> ofSpotify(
      String name, String prefix, Class<T> type, Duration freshFor) {
    return new Kind<>(name, prefix, type, freshFor, SPOTIFY_GRACE, History.REPLACED);
  }

  /** The key of this kind for {@code subject}. */
  public CacheKey<T> key(String subject) {
    return new CacheKey<>(this, prefix + subject);
  }

  @Override
  public String toString() {
    return name;
  }
}
