package io.linernotes.cache.dynamodb;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A lease as one claimer writes it. Digits too fine for anyone to read as time tell it from every
 * other: when DynamoDB took the lease but its answer was lost, the SDK asks again, is refused by
 * the claimer's own lease, and the claimer knows it by them. Without them nobody would ask for the
 * key until that lease ended.
 */
record Lease(Instant until, BigDecimal written) {

  private static final Duration TTL_SLACK = Duration.ofMinutes(1);
  private static final long FINGERPRINTS = 999_999_999_999L;
  private static final int FINGERPRINT_SCALE = 15;

  /** Of all generators the one that instances restored from one snapshot do not share. */
  private static final SecureRandom RANDOM = new SecureRandom();

  static Lease until(Instant until) {
    long fingerprint = RANDOM.nextLong(FINGERPRINTS);
    return new Lease(
        until, Item.decimal(until).add(BigDecimal.valueOf(fingerprint, FINGERPRINT_SCALE)));
  }

  /** The largest value of a lease that has ended at {@code now}, whatever its fine digits. */
  static AttributeValue lastEndedAt(Instant now) {
    return AttributeValue.fromN(
        Item.decimal(now).add(BigDecimal.valueOf(FINGERPRINTS, FINGERPRINT_SCALE)).toPlainString());
  }

  /** The attribute's value. */
  AttributeValue value() {
    return AttributeValue.fromN(written.toPlainString());
  }

  /**
   * When an item that holds nothing but this lease can go. A fence that stands there goes with it,
   * which is no sooner than it may: a lease outlasts every invocation too.
   */
  AttributeValue expiry() {
    return Item.wholeSeconds(until.plus(TTL_SLACK));
  }

  /** Whether it is this very lease that the item holds. */
  boolean isIn(Map<String, AttributeValue> item) {
    @Nullable BigDecimal present = Item.number(item.get(Item.LEASE_UNTIL));
    return present != null && present.compareTo(written) == 0;
  }
}
