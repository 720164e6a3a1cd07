package io.linernotes.cache;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read under a key at one moment: at most one entry, and at most one lease or fence.
 *
 * @param leaseUntil when the lease ends; no other task for the key is sent before
 * @param invalidatedAt the time of the fence: when the key was invalidated, if no entry was stored
 *     since; answers requested before are not stored
 */
public record Slot<T>(
    CacheKey<T> key,
    @Nullable Entry<T> entry,
    @Nullable Instant leaseUntil,
    @Nullable Instant invalidatedAt) {

  /** A slot that was not invalidated. */
  public Slot(CacheKey<T> key, @Nullable Entry<T> entry, @Nullable Instant leaseUntil) {
    this(key, entry, leaseUntil, null);
  }

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

  /** This slot with an entry that is stale from {@code now} on. */
  public Slot<T> staleAt(Instant now) {
    return entry == null ? this : new Slot<>(key, entry.staleAt(now), leaseUntil, invalidatedAt);
  }

  Slot<T> staleUnlessFreshAt(Instant later, Instant now) {
    return entry == null
        ? this
        : new Slot<>(key, entry.staleUnlessFreshAt(later, now), leaseUntil, invalidatedAt);
  }

  /**
   * This slot, in which an entry fetched at {@code then} or before has expired. The entry stays as
   * the version that the next write replaces.
   */
  Slot<T> endedIfFetchedUntil(Instant then) {
    return entry == null || entry.fetchedAt().isAfter(then)
        ? this
        : new Slot<>(key, entry.endedAt(then), leaseUntil, invalidatedAt);
  }

  /** Whether a task for the key is on its way. */
  public boolean isLeased(Instant now) {
    return leaseUntil != null && now.isBefore(leaseUntil);
  }

  /** Whether an answer requested at {@code fetchedAt} is from before the invalidation. */
  public boolean isFencedOff(Instant fetchedAt) {
    return invalidatedAt != null && !fetchedAt.isAfter(invalidatedAt);
  }

  /**
   * The version that a conditional write expects: when the entry was fetched; null without an
   * entry.
   */
  public @Nullable Instant version() {
    return entry == null ? null : entry.fetchedAt();
  }
}
