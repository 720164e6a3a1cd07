package io.linernotes.cache;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cache in memory, for tests: passes {@code TrackCacheContract}, counts calls, and fails on
 * demand. As in DynamoDB, times are stored in milliseconds and expired entries stay for a while.
 */
public final class InMemoryTrackCache implements TrackCache {

  private final Map<String, Slot<?>> slots = new HashMap<>();
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final AtomicInteger keysRead = new AtomicInteger();
  private final AtomicInteger claims = new AtomicInteger();
  private final AtomicInteger puts = new AtomicInteger();
  private volatile @Nullable RuntimeException fault;

  @Override
  public CacheView read(Collection<? extends CacheKey<?>> keys) {
    Set<CacheKey<?>> distinct = new LinkedHashSet<>(keys);
    if (distinct.isEmpty()) {
      return CacheView.empty();
    }
    called();
    keysRead.addAndGet(distinct.size());
    synchronized (slots) {
      return CacheView.of(
          distinct.stream().map(key -> slots.get(key.value())).filter(Objects::nonNull).toList());
    }
  }

  @Override
  public Set<CacheKey<?>> claim(Collection<Claim> wanted, Instant now) {
    if (wanted.isEmpty()) {
      return Set.of();
    }
    called();
    claims.addAndGet(wanted.size());
    synchronized (slots) {
      return wanted.stream()
          .filter(claim -> claimed(claim, now))
          .map(Claim::key)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private boolean claimed(Claim claim, Instant now) {
    Slot<?> present = present(claim.key());
    if (present.isLeased(now)
        || !Objects.equals(present.version(), millis(claim.seen().version()))) {
      return false;
    }
    slots.put(claim.key().value(), leased(servable(present, now), claim.leaseUntil()));
    return true;
  }

  private static <T> Slot<T> servable(Slot<T> present, Instant now) {
    return present.alive(now) == null
        ? new Slot<>(present.key(), null, null, present.invalidatedAt())
        : present;
  }

  @Override
  public void release(Collection<? extends CacheKey<?>> keys) {
    if (keys.isEmpty()) {
      return;
    }
    called();
    synchronized (slots) {
      keys.forEach(key -> slots.computeIfPresent(key.value(), (_, slot) -> leased(slot, null)));
    }
  }

  @Override
  public <T> Optional<Slot<T>> put(Entry<T> entry, @Nullable Instant expected) {
    called();
    puts.incrementAndGet();
    synchronized (slots) {
      Slot<T> present = present(entry.key());
      if (!Objects.equals(present.version(), millis(expected))
          || present.isFencedOff(stored(entry).fetchedAt())) {
        return Optional.of(present);
      }
      slots.put(entry.key().value(), new Slot<>(entry.key(), stored(entry), null));
      return Optional.empty();
    }
  }

  @Override
  public void invalidate(Collection<? extends CacheKey<?>> keys, Instant now) {
    if (keys.isEmpty()) {
      return;
    }
    called();
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    synchronized (slots) {
      keys.forEach(key -> slots.compute(key.value(), (_, slot) -> fenced(key, slot, at)));
    }
  }

  private static Slot<?> fenced(CacheKey<?> key, @Nullable Slot<?> present, Instant at) {
    if (present != null
        && ((present.version() != null && present.version().isAfter(at))
            || (present.invalidatedAt() != null && !present.invalidatedAt().isBefore(at)))) {
      return present;
    }
    return new Slot<>(key, null, null, at);
  }

  /** Stores these entries unconditionally; not counted. */
  public InMemoryTrackCache with(Entry<?>... entries) {
    synchronized (slots) {
      for (Entry<?> entry : entries) {
        slots.put(entry.key().value(), slot(entry));
      }
    }
    return this;
  }

  /** The slot of the key; not counted. */
  public <T> Slot<T> slot(CacheKey<T> key) {
    synchronized (slots) {
      return present(key);
    }
  }

  /** The keys that hold an entry or a lease. */
  public Set<String> keys() {
    synchronized (slots) {
      return slots.values().stream()
          .filter(slot -> slot.entry() != null || slot.leaseUntil() != null)
          .map(slot -> slot.key().value())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** The keys whose lease holds at {@code now}. */
  public Set<String> leasedKeys(Instant now) {
    synchronized (slots) {
      return slots.values().stream()
          .filter(slot -> slot.isLeased(now))
          .map(slot -> slot.key().value())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** Makes every further call fail as if the store did not answer. */
  public void goDown() {
    fault = new CacheUnavailableException("the cache is down", new IllegalStateException("a test"));
  }

  /** Makes further calls succeed again. */
  public void comeBack() {
    fault = null;
  }

  /** The number of calls, including failed ones. */
  public int roundTrips() {
    return roundTrips.get();
  }

  /** The number of keys read; a key that one call reads twice counts once. */
  public int keysRead() {
    return keysRead.get();
  }

  /** The number of claims, including lost ones. */
  public int claims() {
    return claims.get();
  }

  /** The number of puts, including refused ones. */
  public int puts() {
    return puts.get();
  }

  private void called() {
    roundTrips.incrementAndGet();
    RuntimeException failure = fault;
    if (failure != null) {
      throw failure;
    }
  }

  @SuppressWarnings("unchecked")
  private <T> Slot<T> present(CacheKey<T> key) {
    return (Slot<T>) slots.getOrDefault(key.value(), Slot.empty(key));
  }

  private static <T> Slot<T> slot(Entry<T> entry) {
    return new Slot<>(entry.key(), stored(entry), null);
  }

  private static <T> Slot<T> leased(Slot<T> slot, @Nullable Instant leaseUntil) {
    return new Slot<>(slot.key(), slot.entry(), millis(leaseUntil), slot.invalidatedAt());
  }

  private static <T> Entry<T> stored(Entry<T> entry) {
    return new Entry<>(
        entry.key(),
        entry.value(),
        entry.fetchedAt().truncatedTo(ChronoUnit.MILLIS),
        entry.freshUntil().truncatedTo(ChronoUnit.MILLIS),
        roundedUp(entry.expiresAt()),
        entry.misses(),
        entry.tried());
  }

  private static Instant roundedUp(Instant instant) {
    return instant
        .plus(ChronoUnit.SECONDS.getDuration())
        .minusNanos(1)
        .truncatedTo(ChronoUnit.SECONDS);
  }

  private static @Nullable Instant millis(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
