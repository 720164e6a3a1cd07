package io.linernotes.cache;

import java.time.Duration;

/**
 * A kind of cached record: its name, how its keys begin, the Java type of its value, and its
 * lifetimes.
 *
 * @param name the value of the {@code kind} attribute
 * @param prefix how every key of this kind begins, and no key of another kind that is not itself
 *     named by a longer prefix
 * @param freshFor how long an entry is fresh
 * @param grace how long beyond that it may be served stale
 * @param history what becomes of what was known when a provider answers that it has nothing
 */
public record Kind<T>(
    String name, String prefix, Class<T> type, Duration freshFor, Duration grace, History history) {

  /** What a new answer does to the one before. */
  public enum History {
    /** Fields that the provider no longer tells are kept: its data decays. */
    KEPT,
    /** The new answer is the truth, whatever was known before. */
    REPLACED
  }

  private static final Duration LONGEST_GRACE = Duration.ofDays(7);
  private static final Duration SPOTIFY_GRACE = Duration.ofHours(24);

  /**
   * A kind whose known fields outlive the provider's, stale for its own lifetime, 7 days at most.
   */
  public static <T> Kind<T> keeping(String name, String prefix, Class<T> type, Duration freshFor) {
    return new Kind<>(name, prefix, type, freshFor, grace(freshFor), History.KEPT);
  }

  /**
   * A kind of which every answer replaces the one before, stale for its own lifetime, 7 days at
   * most.
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

  /** The key of this kind that names {@code subject}. */
  public CacheKey<T> key(String subject) {
    return new CacheKey<>(this, prefix + subject);
  }

  @Override
  public String toString() {
    return name;
  }
}
