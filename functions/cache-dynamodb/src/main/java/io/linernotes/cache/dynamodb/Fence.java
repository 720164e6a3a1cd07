package io.linernotes.cache.dynamodb;

import io.linernotes.cache.CacheKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The item that an invalidation puts in the place of an entry. It rejects answers that were
 * requested before the invalidation, so that they do not restore the old value. It outlives every
 * invocation of a worker, the longest of which may last a quarter of an hour.
 */
record Fence(CacheKey<?> key, Instant invalidatedAt) {

  private static final Duration KEPT = Duration.ofHours(1);

  /** The condition for storing an entry: it was requested after the invalidation. */
  static final String LETS_PASS =
      "(attribute_not_exists(#invalidated_at) OR #invalidated_at < :asked_at)";

  /**
   * The request to replace the present item with this fence. It replaces neither an entry that was
   * requested later nor a later fence, whose item may hold the lease of a newer request.
   */
  PutItemRequest request(String table) {
    Map<String, AttributeValue> item = new HashMap<>(Item.key(key));
    item.put(Item.KIND, Item.kind(key));
    item.put(Item.SCHEMA, Item.schema());
    item.put(Item.INVALIDATED_AT, Item.seconds(invalidatedAt));
    item.put(Item.EXPIRES_AT, Item.wholeSeconds(invalidatedAt.plus(KEPT)));
    return PutItemRequest.builder()
        .tableName(table)
        .item(item)
        .conditionExpression(
            "(attribute_not_exists(#fetched_at) OR #fetched_at <= :now)"
                + " AND (attribute_not_exists(#invalidated_at) OR #invalidated_at < :now)")
        .expressionAttributeNames(
            Map.of("#fetched_at", Item.FETCHED_AT, "#invalidated_at", Item.INVALIDATED_AT))
        .expressionAttributeValues(Map.of(":now", Item.seconds(invalidatedAt)))
        .build();
  }
}
