package io.linernotes.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cache holds under a key: a value, or a miss (the provider's definitive "there is none").
 *
 * @param value the value, or null for a miss
 * @param fetchedAt when the provider was asked
 * @param freshUntil until when it is served without a refresh
 * @param expiresAt from then on the entry counts as absent
 * @param misses how many misses the provider answered in a row
 * @param tried for a miss, what was tried before it was definitive, in order; empty if not recorded
 */
public record Entry<T>(
    CacheKey<T> key,
    @Nullable T value,
    Instant fetchedAt,
    Instant freshUntil,
    Instant expiresAt,
    int misses,
    List<String> tried) {

  public Entry {
    tried = List.copyOf(tried);
  }

  /** An entry without a record of what was tried. */
  public Entry(
      CacheKey<T> key,
      @Nullable T value,
      Instant fetchedAt,
      Instant freshUntil,
      Instant expiresAt,
      int misses) {
    this(key, value, fetchedAt, freshUntil, expiresAt, misses, List.of());
  }

  /** How an entry's age decides its use. */
  public enum Freshness {
    FRESH,
    STALE,
    EXPIRED
  }

  private static final Duration FIRST_MISS = Duration.ofMinutes(5);
  private static final Duration LONGEST_MISS = Duration.ofHours(24);
  private static final int JITTER_BITS = 10;

  /** An entry for a value that was requested at {@code now}, fresh for its kind's lifetime. */
  public static <T> Entry<T> found(CacheKey<T> key, T value, Instant now) {
    return found(key, value, now, key.kind().freshFor());
  }

  /** An entry for a value with a freshness lifetime of its own. */
  public static <T> Entry<T> found(CacheKey<T> key, T value, Instant now, Duration freshFor) {
    Instant full = now.plus(freshFor);
    return new Entry<>(
        key, value, now, now.plus(jittered(freshFor, key)), full.plus(key.kind().grace()), 0);
  }

  /** An entry that is fresh until exactly {@code until} and expires then, without a stale time. */
  public static <T> Entry<T> until(CacheKey<T> key, T value, Instant now, Instant until) {
    return new Entry<>(key, value, now, until, until, 0);
  }

  /**
   * A miss: fresh for 5 minutes. {@link #mergedOver} doubles this with each further miss in a row,
   * up to 24 hours. It stays readable for 24 hours more, so that the next miss can count on.
   */
  public static <T> Entry<T> missing(CacheKey<T> key, Instant now) {
    return missing(key, now, 0);
  }

  private static <T> Entry<T> missing(CacheKey<T> key, Instant now, int missesBefore) {
    Instant freshUntil = now.plus(missLifetime(missesBefore));
    return new Entry<>(key, null, now, freshUntil, freshUntil.plus(LONGEST_MISS), missesBefore + 1);
  }

  private static Duration missLifetime(int missesBefore) {
    Duration doubled = FIRST_MISS.multipliedBy(1L << Math.min(missesBefore, 20));
    return doubled.compareTo(LONGEST_MISS) < 0 ? doubled : LONGEST_MISS;
  }

  /** Up to 5 % shorter, by the key, so that entries written together do not expire together. */
  private static Duration jittered(Duration span, CacheKey<?> key) {
    // The upper bits of the product spread well even for keys that differ in one digit.
    int step = key.value().hashCode() * 0x9E3779B9 >>> (Integer.SIZE - JITTER_BITS);
    return span.minus(span.multipliedBy(step).dividedBy(20L << JITTER_BITS));
  }

  /** This entry with a record of what was tried, in order. */
  public Entry<T> having(List<String> tried) {
    return new Entry<>(key, value, fetchedAt, freshUntil, expiresAt, misses, tried);
  }

  /** Whether this is a miss. */
  public boolean isMiss() {
    return value == null;
  }

  /** Fresh, stale or expired at {@code now}. */
  public Freshness freshness(Instant now) {
    if (now.isBefore(freshUntil)) {
      return Freshness.FRESH;
    }
    return now.isBefore(expiresAt) ? Freshness.STALE : Freshness.EXPIRED;
  }

  /** Whether the entry is served without a refresh. */
  public boolean isFresh(Instant now) {
    return freshness(now) == Freshness.FRESH;
  }

  /** This entry, stale from {@code now} on if it is not fresh at {@code later}. */
  public Entry<T> staleUnlessFreshAt(Instant later, Instant now) {
    return isFresh(later) ? this : staleAt(now);
  }

  /** This entry, stale from {@code now} on. */
  Entry<T> staleAt(Instant now) {
    return isFresh(now) ? new Entry<>(key, value, fetchedAt, now, expiresAt, misses, tried) : this;
  }

  /**
   * This entry, fresh until {@code until} but no longer than it exists; its age and its expiry
   * stay. For an entry that the provider no longer returns to a user: it is not requested again
   * before.
   */
  public Entry<T> putOffUntil(Instant until) {
    return new Entry<>(key, value, fetchedAt, earlier(until, expiresAt), expiresAt, misses, tried);
  }

  Entry<T> endedAt(Instant end) {
    return new Entry<>(
        key, value, fetchedAt, earlier(freshUntil, end), earlier(expiresAt, end), misses, tried);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Whether its age has reached its kind's freshness lifetime, even if its refresh was put off. */
  public boolean isOld(Instant now) {
    return !now.isBefore(fetchedAt.plus(key.kind().freshFor()));
  }

  /** Whether the entry has not expired. */
  public boolean isAlive(Instant now) {
    return now.isBefore(expiresAt);
  }

  /**
   * This entry with a fetch time after {@code version}: its own, or else one millisecond later than
   * the version. So no version of a key is used twice, and a conditional write cannot mistake one
   * entry for another.
   */
  Entry<T> after(@Nullable Instant version) {
    if (version == null || fetchedAt.truncatedTo(ChronoUnit.MILLIS).isAfter(version)) {
      return this;
    }
    return new Entry<>(key, value, version.plusMillis(1), freshUntil, expiresAt, misses, tried);
  }

  /**
   * This new answer merged over the older one. Unknown fields are filled, and a miss after a miss
   * counts on. In a kind that {@linkplain Kind.History#KEPT keeps its history}, a miss does not
   * replace a value.
   */
  public Entry<T> mergedOver(@Nullable Entry<T> older) {
    if (older == null || !older.isAlive(fetchedAt)) {
      return this;
    }
    if (value == null) {
      return missingOver(older);
    }
    if (key.kind().history() == Kind.History.KEPT
        && older.value != null
        && value instanceof Mergeable<?> mergeable) {
      @SuppressWarnings("unchecked")
      T merged = ((Mergeable<T>) mergeable).mergedOver(older.value);
      return new Entry<>(key, merged, fetchedAt, freshUntil, expiresAt, 0);
    }
    return this;
  }

  /** This entry with its unknown fields filled from an answer that was requested earlier. */
  Entry<T> filledFrom(Entry<T> earlier) {
    if (key.kind().history() == Kind.History.REPLACED || earlier.value == null) {
      return this;
    }
    if (value == null) {
      return mergedOver(earlier);
    }
    @SuppressWarnings("unchecked")
    T filled =
        value instanceof Mergeable<?> m ? ((Mergeable<T>) m).mergedOver(earlier.value) : value;
    return new Entry<>(key, filled, fetchedAt, freshUntil, expiresAt, misses);
  }

  private Entry<T> missingOver(Entry<T> older) {
    Entry<T> miss = missing(key, fetchedAt, older.misses).having(tried);
    if (older.value == null || key.kind().history() == Kind.History.REPLACED) {
      return miss;
    }
    // The known value stays, with its own age and expiry; only its next refresh is put off.
    return new Entry<>(
        key, older.value, older.fetchedAt, miss.freshUntil, older.expiresAt, miss.misses);
  }
}
