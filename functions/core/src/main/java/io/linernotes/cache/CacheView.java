package io.linernotes.cache;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A snapshot of the cache: what it held under some keys at one moment. */
public final class CacheView {

  private final Map<String, Slot<?>> slots;

  private CacheView(Map<String, Slot<?>> slots) {
    this.slots = slots;
  }

  /** A view of these slots. */
  public static CacheView of(Collection<? extends Slot<?>> slots) {
    Map<String, Slot<?>> byKey = HashMap.newHashMap(slots.size());
    slots.forEach(slot -> byKey.put(slot.key().value(), slot));
    return new CacheView(byKey);
  }

  /** A view in which every slot is empty. */
  public static CacheView empty() {
    return of(List.of());
  }

  /** The slot of {@code key}; an empty slot if nothing was read under it. */
  @SuppressWarnings("unchecked")
  public <T> Slot<T> slot(CacheKey<T> key) {
    Slot<?> slot = slots.get(key.value());
    return slot == null ? Slot.empty(key) : (Slot<T>) slot;
  }

  /** This view with empty slots under these keys. */
  public CacheView without(Collection<? extends CacheKey<?>> keys) {
    Map<String, Slot<?>> others = new HashMap<>(slots);
    keys.forEach(key -> others.remove(key.value()));
    return new CacheView(others);
  }

  /**
   * This view, in which entries under these keys that are not fresh at {@code later} are stale from
   * {@code now} on.
   */
  public CacheView staleUnlessFreshAt(
      Instant later, Collection<? extends CacheKey<?>> keys, Instant now) {
    Map<String, Slot<?>> seen = new HashMap<>(slots);
    keys.forEach(
        key ->
            seen.computeIfPresent(key.value(), (_, slot) -> slot.staleUnlessFreshAt(later, now)));
    return new CacheView(seen);
  }

  /**
   * This view, in which entries under matching keys have expired if they were fetched at {@code
   * then} or before.
   */
  public CacheView endedIfFetchedUntil(Instant then, Predicate<String> keys) {
    Map<String, Slot<?>> seen = new HashMap<>(slots);
    seen.replaceAll((key, slot) -> keys.test(key) ? slot.endedIfFetchedUntil(then) : slot);
    return new CacheView(seen);
  }

  /** Both views merged; where both hold a key, {@code other} wins. */
  public CacheView with(CacheView other) {
    Map<String, Slot<?>> both = new HashMap<>(slots);
    both.putAll(other.slots);
    return new CacheView(both);
  }
}
