package io.linernotes.cache;

import java.time.Instant;

/**
 * A wish to be the one who asks for a key.
 *
 * @param seen the slot as it was read; the claim fails if the entry has changed since
 * @param leaseUntil how long nobody else asks
 */
public record Claim(Slot<?> seen, Instant leaseUntil) {

  /** The key claimed. */
  public CacheKey<?> key() {
    return seen.key();
  }
}
