package io.linernotes.cache;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored record, attribute by attribute, for people to inspect.
 *
 * @param fetchedAt null if the record holds a lease only
 * @param body the value as JSON; null for a miss, and where it is private
 */
public record StoredRecord(
    String key,
    @Nullable String kind,
    @Nullable Integer schema,
    @Nullable Instant fetchedAt,
    @Nullable Instant freshUntil,
    @Nullable Instant expiresAt,
    boolean isMiss,
    int misses,
    @Nullable Instant leaseUntil,
    @Nullable String body) {

  /** Whether there is an entry or a running lease. */
  public boolean isPresent(Instant now) {
    return fetchedAt != null || isLeased(now);
  }

  /** {@code fresh}, {@code stale}, {@code expired}, {@code miss}, or {@code pending}. */
  public String state(Instant now) {
    if (freshUntil == null || expiresAt == null) {
      return "pending";
    }
    if (!now.isBefore(expiresAt)) {
      return "expired";
    }
    return isMiss ? "miss" : now.isBefore(freshUntil) ? "fresh" : "stale";
  }

  /** How long ago the entry was fetched; null without an entry. */
  public @Nullable Duration age(Instant now) {
    return fetchedAt == null ? null : Duration.between(fetchedAt, now);
  }

  /** Whether a lease is running. */
  public boolean isLeased(Instant now) {
    return leaseUntil != null && now.isBefore(leaseUntil);
  }

  /** This record without its body. */
  public StoredRecord withoutBody() {
    return new StoredRecord(
        key, kind, schema, fetchedAt, freshUntil, expiresAt, isMiss, misses, leaseUntil, null);
  }
}
