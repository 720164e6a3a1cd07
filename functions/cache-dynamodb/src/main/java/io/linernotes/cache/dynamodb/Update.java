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
   * A lease beside an entry that is served meanwhile. It leaves {@code expires_at} alone: raised,
   * it would keep the entry for longer than it may be served. An entry whose time ends before the
   * lease's may so take the lease with it, if TTL is that quick; then one task is sent twice.
   */
  static Update leaseOverEntry(CacheKey<?> key, Lease lease, Instant now, Version version) {
    return lease(key, "SET #lease_until = :lease_until", lease, now, version, Map.of(), Map.of());
  }

  /**
   * A lease where no entry is, or one that has expired. What is left of that one goes, because an
   * {@code expires_at} in the past would have TTL remove the lease, and a later one would bring the
   * entry back to life.
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

  /** The end of a lease, if there is one: the condition keeps it from creating an item. */
  static Update endOfLease(CacheKey<?> key) {
    return new Update(
        key,
        "REMOVE #lease_until",
        "attribute_exists(#lease_until)",
        Map.of("#lease_until", Item.LEASE_UNTIL),
        Map.of());
  }

  /** The end of this very lease. */
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
