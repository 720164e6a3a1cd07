package io.linernotes.cache;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read under a key at one moment: an entry or none, and beside it a lease or none.
 *
 * @param leaseUntil until when one worker is being asked; nobody asks again before
 */
public record Slot<T>(CacheKey<T> key, @Nullable Entry<T> entry, @Nullable Instant leaseUntil) {

  /** Nothing under the key. */
  public static <T> Slot<T> empty(CacheKey<T> key) {
    return new Slot<>(key, null, null);
  }

  /** The entry, unless it has expired. */
  public @Nullable Entry<T> alive(Instant now) {
    return entry != null && entry.isAlive(now) ? entry : null;
  }

  /** The entry, if it is served without a refresh. */
  public @Nullable Entry<T> fresh(Instant now) {
    return entry != null && entry.isFresh(now) ? entry : null;
  }

  /** The value of an entry that has not expired. */
  public @Nullable T value(Instant now) {
    Entry<T> alive = alive(now);
    return alive == null ? null : alive.value();
  }

  /** Whether someone is being asked. */
  public boolean isLeased(Instant now) {
    return leaseUntil != null && now.isBefore(leaseUntil);
  }

  /** The version that a conditional write expects: when the entry was fetched, or null for none. */
  public @Nullable Instant version() {
    return entry == null ? null : entry.fetchedAt();
  }
}
