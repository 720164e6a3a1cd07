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
 * The version of an entry that a conditional write expects to find.
 *
 * @param fetchedAt the entry's {@code fetched_at} as stored, null for no entry
 */
record Version(@Nullable AttributeValue fetchedAt) {

  /** The version of an entry fetched at that time; null for no entry. */
  static Version of(@Nullable Instant fetchedAt) {
    return new Version(fetchedAt == null ? null : Item.seconds(fetchedAt));
  }

  /** The version of the entry in a slot that was read. */
  static Version of(Slot<?> seen) {
    return of(seen.version());
  }

  /** The condition expression; an entry of another schema counts as no entry. */
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
   * The version to expect in a second try, if this one expects no entry and {@code item} holds an
   * unreadable one.
   */
  Optional<Version> unreadableIn(Map<String, AttributeValue> item, CacheKey<?> key) {
    AttributeValue stored = item.get(Item.FETCHED_AT);
    return fetchedAt == null && stored != null && Item.slot(key, item).entry() == null
        ? Optional.of(new Version(stored))
        : Optional.empty();
  }

  /**
   * The request to replace the expected entry with {@code item}, unless a later fence forbids it.
   */
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
