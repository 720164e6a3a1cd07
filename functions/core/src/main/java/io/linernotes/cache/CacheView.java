package io.linernotes.cache;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the cache held for some keys at one moment. */
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

  /** A view of nothing. */
  public static CacheView empty() {
    return of(List.of());
  }

  /** The slot of {@code key}, an empty one if nothing was read under it. */
  @SuppressWarnings("unchecked")
  public <T> Slot<T> slot(CacheKey<T> key) {
    Slot<?> slot = slots.get(key.value());
    return slot == null ? Slot.empty(key) : (Slot<T>) slot;
  }

  /** This view without what was read under these keys. */
  public CacheView without(Collection<? extends CacheKey<?>> keys) {
    Map<String, Slot<?>> others = new HashMap<>(slots);
    keys.forEach(key -> others.remove(key.value()));
    return new CacheView(others);
  }

  /** This view in which, of these keys, what is not fresh at {@code later} is stale already. */
  public CacheView staleUnlessFreshAt(
      Instant later, Collection<? extends CacheKey<?>> keys, Instant now) {
    Map<String, Slot<?>> seen = new HashMap<>(slots);
    keys.forEach(
        key ->
            seen.computeIfPresent(key.value(), (_, slot) -> slot.staleUnlessFreshAt(later, now)));
    return new CacheView(seen);
  }

  /** This view in which, under these keys, what was fetched until {@code then} is over. */
  public CacheView endedIfFetchedUntil(Instant then, Predicate<String> keys) {
    Map<String, Slot<?>> seen = new HashMap<>(slots);
    seen.replaceAll((key, slot) -> keys.test(key) ? slot.endedIfFetchedUntil(then) : slot);
    return new CacheView(seen);
  }

  /** Both views in one; where both know a key, {@code other} wins. */
  public CacheView with(CacheView other) {
    Map<String, Slot<?>> both = new HashMap<>(slots);
    both.putAll(other.slots);
    return new CacheView(both);
  }
}
