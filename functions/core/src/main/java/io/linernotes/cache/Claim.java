package io.linernotes.cache;

import java.time.Instant;

/**
 * A request for the lease of a key.
 *
 * @param seen the slot as it was read; the claim fails if the entry has changed since
 * @param leaseUntil when the lease ends, if it is won
 */
public record Claim(Slot<?> seen, Instant leaseUntil) {

  /** The key claimed. */
  public CacheKey<?> key() {
    return seen.key();
  }
}
