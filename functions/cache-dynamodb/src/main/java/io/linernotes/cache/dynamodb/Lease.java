package io.linernotes.cache.dynamodb;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A lease as one claimer writes it. Random digits below a millisecond identify it. If DynamoDB
 * stored the lease but its answer was lost, the SDK retries and is refused because of the claimer's
 * own lease; the claimer recognises it by these digits. Without them no task would be sent for the
 * key until that lease ended.
 */
record Lease(Instant until, BigDecimal written) {

  private static final Duration TTL_SLACK = Duration.ofMinutes(1);
  private static final long FINGERPRINTS = 999_999_999_999L;
  private static final int FINGERPRINT_SCALE = 15;

  /** The only generator whose state is not shared by instances restored from one snapshot. */
  private static final SecureRandom RANDOM = new SecureRandom();

  static Lease until(Instant until) {
    long fingerprint = RANDOM.nextLong(FINGERPRINTS);
    return new Lease(
        until, Item.decimal(until).add(BigDecimal.valueOf(fingerprint, FINGERPRINT_SCALE)));
  }

  /** The largest value of a lease that has ended at {@code now}, with any random digits. */
  static AttributeValue lastEndedAt(Instant now) {
    return AttributeValue.fromN(
        Item.decimal(now).add(BigDecimal.valueOf(FINGERPRINTS, FINGERPRINT_SCALE)).toPlainString());
  }

  /** The attribute's value. */
  AttributeValue value() {
    return AttributeValue.fromN(written.toPlainString());
  }

  /**
   * When TTL may remove an item that holds only this lease. A fence in the item is removed with it;
   * that is not too early, because a lease outlasts every invocation too.
   */
  AttributeValue expiry() {
    return Item.wholeSeconds(until.plus(TTL_SLACK));
  }

  /** Whether the item holds this lease, not another claimer's. */
  boolean isIn(Map<String, AttributeValue> item) {
    @Nullable BigDecimal present = Item.number(item.get(Item.LEASE_UNTIL));
    return present != null && present.compareTo(written) == 0;
  }
}
