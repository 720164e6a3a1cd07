package io.linernotes.cache.dynamodb;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Slot;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The entry that a conditional write expects beneath it.
 *
 * @param fetchedAt the entry's {@code fetched_at} as stored, null for no entry
 */
record Version(@Nullable AttributeValue fetchedAt) {

  /** The version of an entry fetched then, or of none. */
  static Version of(@Nullable Instant fetchedAt) {
    return new Version(fetchedAt == null ? null : Item.seconds(fetchedAt));
  }

  /** The version that was seen. */
  static Version of(Slot<?> seen) {
    return of(seen.version());
  }

  /** The condition; an entry that another schema wrote is none. */
  String condition() {
    return fetchedAt == null
        ? "(attribute_not_exists(#fetched_at) OR #schema <> :schema)"
        : "#fetched_at = :fetched_at";
  }

  Map<String, String> names() {
    return fetchedAt == null
        ? Map.of("#fetched_at", Item.FETCHED_AT, "#schema", Item.SCHEMA)
        : Map.of("#fetched_at", Item.FETCHED_AT);
  }

  Map<String, AttributeValue> values() {
    return fetchedAt == null ? Map.of(":schema", Item.schema()) : Map.of(":fetched_at", fetchedAt);
  }

  /**
   * The version to expect instead, if this one expects none and {@code item} refused it for an
   * entry that nobody can read.
   */
  Optional<Version> unreadableIn(Map<String, AttributeValue> item, CacheKey<?> key) {
    AttributeValue stored = item.get(Item.FETCHED_AT);
    return fetchedAt == null && stored != null && Item.slot(key, item).entry() == null
        ? Optional.of(new Version(stored))
        : Optional.empty();
  }

  /** The request to replace what it expects by {@code item}, if no fence keeps that off. */
  PutItemRequest put(String table, Map<String, AttributeValue> item) {
    Map<String, String> names = new HashMap<>(names());
    names.put("#invalidated_at", Item.INVALIDATED_AT);
    Map<String, AttributeValue> values = new HashMap<>(values());
    values.put(":asked_at", item.get(Item.FETCHED_AT));
    return PutItemRequest.builder()
        .tableName(table)
        .item(item)
        .conditionExpression(condition() + " AND " + Fence.LETS_PASS)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }
}
