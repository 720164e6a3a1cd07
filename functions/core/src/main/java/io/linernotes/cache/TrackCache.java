package io.linernotes.cache;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The store of entries and leases. Every method throws {@link CacheUnavailableException} if the
 * store cannot be reached; an outage is never an empty answer.
 */
public interface TrackCache {

  /** Reads all keys in one round trip, however many they are. */
  CacheView read(Collection<? extends CacheKey<?>> keys);

  /**
   * Takes leases, each by a conditional write: a claim is won if nobody holds a lease at {@code
   * now} and the entry is the one that was seen. A claim whose outcome is unknown counts as lost; a
   * lease that it may have taken is released.
   *
   * @return the keys won
   * @throws CacheUnavailableException if the store answered none of the claims
   */
  Set<CacheKey<?>> claim(Collection<Claim> claims, Instant now);

  /** Ends leases without an answer. */
  void release(Collection<? extends CacheKey<?>> keys);

  /**
   * Stores an entry and ends the lease, if the entry beneath it is still the one fetched at {@code
   * expected} (null: none) and the key was not invalidated since the entry was fetched.
   *
   * @return nothing if it was stored, else the slot as it is now
   */
  <T> Optional<Slot<T>> put(Entry<T> entry, @Nullable Instant expected);

  /**
   * Removes entries and leases, and leaves a fence: a later {@link #put} of an answer that was
   * requested at {@code now} or before is refused. An entry fetched later stays, and so does a
   * later fence with the lease taken behind it. The next claim of a fenced key succeeds at once.
   */
  void invalidate(Collection<? extends CacheKey<?>> keys, Instant now);
}
