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
 * The provider's cooldown, shared with every other instance through the cache: looked at now and
 * then while calls are made, started when the provider asks for it.
 */
final class CooldownWatch {

  /** How old the last look may be when a call is made. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** A cooldown this long after the last one is the first of a new row. */
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
   * @param shortest the first cooldown where the provider names no time
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

  /** The key to read along with others. */
  CacheKey<Cooldown> key() {
    return key;
  }

  /** Takes note of what a read of the cache showed. */
  synchronized void saw(CacheView view) {
    seen = view.slot(key);
    lookedAt = clock.instant();
  }

  /** How long the provider must still be left alone; zero if it need not be. */
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
      // The calls of this batch go on by what was known; its write-backs will tell of the fault.
      lookedAt = clock.instant();
    }
  }

  /**
   * Starts a cooldown, unless one that lasts as long is running.
   *
   * @param retryAfter the provider's own wish, a floor: jitter goes upward
   * @return how long the provider is left alone
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
   * A throttling provider knows when it wants to be asked again. How long a fault lasts is a guess,
   * such as a minute after a refused token, and doubles while the fault stays.
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
