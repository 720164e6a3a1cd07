package io.linernotes.cache.dynamodb;

import io.linernotes.cache.CacheInspector;
import io.linernotes.cache.CacheUnavailableException;
import io.linernotes.cache.StoredRecord;
import io.linernotes.config.Configuration;
import io.linernotes.json.MalformedRecordException;
import io.linernotes.json.RecordFormat;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads single items of the cache's table, with strong consistency. */
public final class DynamoDbCacheInspector implements CacheInspector {

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbCacheInspector(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * An inspector of the table that {@code CACHE_TABLE} names.
   *
   * @throws IllegalStateException if a variable is missing or malformed
   */
  public static DynamoDbCacheInspector from(Configuration configuration) {
    return new DynamoDbCacheInspector(
        DynamoDbClients.from(configuration), DynamoDbTrackCache.tableName(configuration));
  }

  /**
   * {@inheritDoc}
   *
   * @throws CacheUnavailableException if DynamoDB did not answer
   */
  @Override
  public Optional<StoredRecord> look(String key) {
    Map<String, AttributeValue> item;
    try {
      item =
          client
              .getItem(
                  request ->
                      request
                          .tableName(table)
                          .key(Map.of(Item.KEY, AttributeValue.fromS(key)))
                          .consistentRead(true))
              .item();
    } catch (SdkException e) {
      throw new CacheUnavailableException("DynamoDB did not do GetItem on " + table, e);
    }
    return item.isEmpty() ? Optional.empty() : Optional.of(stored(key, item));
  }

  private static StoredRecord stored(String key, Map<String, AttributeValue> item) {
    AttributeValue kind = item.get(Item.KIND);
    AttributeValue isMiss = item.get(Item.IS_MISS);
    BigDecimal misses = Item.number(item.get(Item.MISSES));
    BigDecimal schema = Item.number(item.get(Item.SCHEMA));
    return new StoredRecord(
        key,
        kind == null ? null : kind.s(),
        schema == null ? null : schema.intValue(),
        Item.instant(item.get(Item.FETCHED_AT)),
        Item.instant(item.get(Item.FRESH_UNTIL)),
        Item.instant(item.get(Item.EXPIRES_AT)),
        isMiss != null && Boolean.TRUE.equals(isMiss.bool()),
        misses == null ? 0 : misses.intValue(),
        Item.instant(item.get(Item.LEASE_UNTIL)),
        body(item.get(Item.BODY)));
  }

  private static @Nullable String body(@Nullable AttributeValue body) {
    if (body == null || body.b() == null) {
      return null;
    }
    try {
      return RecordFormat.text(body.b().asByteArrayUnsafe());
    } catch (MalformedRecordException e) {
      return null;
    }
  }
}
