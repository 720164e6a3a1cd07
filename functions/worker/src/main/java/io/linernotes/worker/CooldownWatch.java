package io.linernotes.worker;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheUnavailableException;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.cache.TrackCache;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Cooldown.Reason;
import io.linernotes.provider.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The provider's cooldown, which all instances share through the cache. It is read again every two
 * seconds while calls are made, and started when the provider throttles or is down.
 */
final class CooldownWatch {

  /** How old the last read of the cooldown may be when a call is made. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** After this long without a cooldown, the back-off starts from the shortest one again. */
  private static final Duration FORGIVEN = Duration.ofMinutes(10);

  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(10);
  private static final Duration LONGEST_FAULT = Duration.ofHours(1);

  private final TrackCache cache;
  private final CacheKey<Cooldown> key;
  private final Duration shortest;
  private final InstantSource clock;
  private final RandomGenerator random;
  private Slot<Cooldown> seen;
  private Instant lookedAt = Instant.MIN;

  /**
   * @param shortest the first cooldown when the provider sends no {@code Retry-After}
   */
  CooldownWatch(
      TrackCache cache,
      Provider provider,
      Duration shortest,
      InstantSource clock,
      RandomGenerator random) {
    this.cache = cache;
    this.key = Cooldown.key(provider);
    this.shortest = shortest;
    this.clock = clock;
    this.random = random;
    this.seen = Slot.empty(key);
  }

  /** The cooldown's key, to be read together with the tasks' keys. */
  CacheKey<Cooldown> key() {
    return key;
  }

  /** Remembers the cooldown in a view that was just read. */
  synchronized void saw(CacheView view) {
    seen = view.slot(key);
    lookedAt = clock.instant();
  }

  /** How long the cooldown still lasts; zero if none is running. */
  synchronized Duration left() {
    Instant now = clock.instant();
    if (Duration.between(lookedAt, now).compareTo(LOOK_AGAIN) > 0) {
      look();
    }
    Entry<Cooldown> running = seen.fresh(now);
    return running == null ? Duration.ZERO : Duration.between(now, running.freshUntil());
  }

  private void look() {
    try {
      saw(cache.read(List.of(key)));
    } catch (CacheUnavailableException e) {
      // The batch goes on with the last known cooldown; its write-backs will report the outage.
      lookedAt = clock.instant();
    }
  }

  /**
   * Starts a cooldown, unless one that lasts at least as long is running.
   *
   * @param retryAfter the provider's own {@code Retry-After}, a minimum: jitter only lengthens it
   * @return how long the cooldown lasts from now on
   */
  synchronized Duration start(Reason reason, @Nullable Duration retryAfter) {
    Instant now = clock.instant();
    Entry<Cooldown> running = seen.fresh(now);
    if (running != null
        && (retryAfter == null || !now.plus(retryAfter).isAfter(running.freshUntil()))) {
      return Duration.between(now, running.freshUntil());
    }
    int strikes = strikesBefore(now) + 1;
    Duration floor = floor(reason, retryAfter, strikes);
    Duration length = floor.plusMillis(random.nextLong(floor.toMillis() / 4 + 250));
    Entry<Cooldown> entry = Entry.until(key, new Cooldown(reason, strikes), now, now.plus(length));
    store(entry);
    return length;
  }

  private void store(Entry<Cooldown> entry) {
    Slot<Cooldown> beneath = seen;
    seen = new Slot<>(key, entry, null);
    cache
        .put(entry, beneath.version())
        .filter(other -> ends(other).isBefore(entry.freshUntil()))
        .ifPresent(other -> cache.put(entry, other.version()));
  }

  private static Instant ends(Slot<Cooldown> slot) {
    Entry<Cooldown> entry = slot.entry();
    return entry == null ? Instant.MIN : entry.freshUntil();
  }

  private int strikesBefore(Instant now) {
    Entry<Cooldown> last = seen.entry();
    return last == null || last.value() == null || last.freshUntil().plus(FORGIVEN).isBefore(now)
        ? 0
        : last.value().strikes();
  }

  /**
   * The cooldown without jitter. A provider that throttles knows when it accepts calls again. The
   * length of an outage is a guess, such as a minute after a refused token, and doubles while the
   * outage lasts.
   */
  private Duration floor(Reason reason, @Nullable Duration retryAfter, int strikes) {
    if (retryAfter == null) {
      return doubled(shortest, strikes, LONGEST_BACKOFF);
    }
    return reason == Reason.UNAVAILABLE ? doubled(retryAfter, strikes, LONGEST_FAULT) : retryAfter;
  }

  private static Duration doubled(Duration first, int strikes, Duration longest) {
    Duration doubled = first.multipliedBy(1L << Math.min(strikes - 1, 20));
    return doubled.compareTo(longest) < 0 ? doubled : longer(first, longest);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
