package io.linernotes.cache.dynamodb;

import io.linernotes.cache.CacheKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A conditional change of one item's lease. */
record Update(
    CacheKey<?> key,
    String expression,
    String condition,
    Map<String, String> names,
    Map<String, AttributeValue> values) {

  private static final String IS_FREE =
      "(attribute_not_exists(#lease_until) OR #lease_until <= :ended) AND ";

  /**
   * A lease beside an entry that is still served. It does not change {@code expires_at}: a later
   * time would keep the entry for longer than it may be served. If the entry expires before the
   * lease ends, TTL may remove both early; one task is then sent twice.
   */
  static Update leaseOverEntry(CacheKey<?> key, Lease lease, Instant now, Version version) {
    return lease(key, "SET #lease_until = :lease_until", lease, now, version, Map.of(), Map.of());
  }

  /**
   * A lease on a key with no entry or an expired one. The update removes the expired entry: with
   * its old {@code expires_at} TTL would remove the lease, and with a later one the entry would be
   * served again.
   */
  static Update leaseOverNothing(CacheKey<?> key, Lease lease, Instant now, Version version) {
    return lease(
        key,
        "SET #lease_until = :lease_until, #kind = :kind, #schema = :schema,"
            + " #expires_at = :expires_at"
            + " REMOVE #body, #fetched_at, #fresh_until, #is_miss, #misses, #tried",
        lease,
        now,
        version,
        Map.of(
            "#kind", Item.KIND,
            "#schema", Item.SCHEMA,
            "#expires_at", Item.EXPIRES_AT,
            "#body", Item.BODY,
            "#fetched_at", Item.FETCHED_AT,
            "#fresh_until", Item.FRESH_UNTIL,
            "#is_miss", Item.IS_MISS,
            "#misses", Item.MISSES,
            "#tried", Item.TRIED),
        Map.of(":kind", Item.kind(key), ":schema", Item.schema(), ":expires_at", lease.expiry()));
  }

  private static Update lease(
      CacheKey<?> key,
      String expression,
      Lease lease,
      Instant now,
      Version version,
      Map<String, String> furtherNames,
      Map<String, AttributeValue> furtherValues) {
    Map<String, String> names = new HashMap<>(version.names());
    names.put("#lease_until", Item.LEASE_UNTIL);
    names.putAll(furtherNames);
    Map<String, AttributeValue> values = new HashMap<>(version.values());
    values.put(":lease_until", lease.value());
    values.put(":ended", Lease.lastEndedAt(now));
    values.putAll(furtherValues);
    return new Update(key, expression, IS_FREE + version.condition(), names, values);
  }

  /**
   * Ends the key's lease, if there is one; without the condition the update would create an item.
   */
  static Update endOfLease(CacheKey<?> key) {
    return new Update(
        key,
        "REMOVE #lease_until",
        "attribute_exists(#lease_until)",
        Map.of("#lease_until", Item.LEASE_UNTIL),
        Map.of());
  }

  /** Ends this lease, but not another claimer's. */
  static Update endOfLease(CacheKey<?> key, Lease lease) {
    return new Update(
        key,
        "REMOVE #lease_until",
        "#lease_until = :lease_until",
        Map.of("#lease_until", Item.LEASE_UNTIL),
        Map.of(":lease_until", lease.value()));
  }

  UpdateItemRequest request(String table) {
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(Item.key(key))
            .updateExpression(expression)
            .conditionExpression(condition)
            .expressionAttributeNames(names)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (!values.isEmpty()) {
      request.expressionAttributeValues(values);
    }
    return request.build();
  }
}
