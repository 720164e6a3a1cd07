package io.linernotes.status.dynamodb;

import io.linernotes.cache.CacheUnavailableException;
import io.linernotes.cache.dynamodb.DynamoDbClients;
import io.linernotes.cache.dynamodb.DynamoDbTrackCache;
import io.linernotes.config.Configuration;
import io.linernotes.remote.Calls;
import io.linernotes.status.Counters;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Counts in the cache's table: an item {@code count:{day}} and an item {@code count:{minute}}, each
 * with one attribute for each count. TTL removes them after a month and after an hour.
 */
public final class DynamoDbCounters implements Counters {

  private static final Duration DAYS_KEPT = Duration.ofDays(31);
  private static final Duration MINUTES_KEPT = Duration.ofHours(1);
  private static final String KEY = "key";
  private static final String KIND = "kind";
  private static final String EXPIRES_AT = "expires_at";

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbCounters(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * The counters in the table that {@code CACHE_TABLE} names.
   *
   * @throws IllegalStateException if a variable is missing or malformed
   */
  public static DynamoDbCounters from(Configuration configuration) {
    return new DynamoDbCounters(
        DynamoDbClients.from(configuration), DynamoDbTrackCache.tableName(configuration));
  }

  @Override
  public void add(Instant now, Map<String, Long> counts) {
    if (counts.isEmpty()) {
      return;
    }
    try {
      Map<String, Instant> items =
          Map.of(day(now), now.plus(DAYS_KEPT), minute(now), now.plus(MINUTES_KEPT));
      // Both concurrently, because an answer waits for this.
      Calls.inParallel(items.entrySet(), 2, item -> add(item.getKey(), item.getValue(), counts));
    } catch (SdkException e) {
      // A lost count does no harm; the counted work goes on.
    }
  }

  private UpdateItemResponse add(String key, Instant expiresAt, Map<String, Long> counts) {
    Map<String, String> names = new HashMap<>(Map.of("#kind", KIND, "#expires_at", EXPIRES_AT));
    Map<String, AttributeValue> values =
        new HashMap<>(
            Map.of(
                ":kind", AttributeValue.fromS("count"),
                ":expires_at", number(expiresAt.getEpochSecond())));
    List<String> additions = new ArrayList<>();
    counts.forEach(
        (name, count) -> {
          int index = additions.size();
          names.put("#n" + index, name);
          values.put(":n" + index, number(count));
          additions.add("#n" + index + " :n" + index);
        });
    return client.updateItem(
        request ->
            request
                .tableName(table)
                .key(key(key))
                .updateExpression(
                    "SET #kind = :kind, #expires_at = :expires_at ADD "
                        + String.join(", ", additions))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values));
  }

  /**
   * {@inheritDoc}
   *
   * @throws CacheUnavailableException if DynamoDB did not answer
   */
  @Override
  public Map<String, Long> ofDay(Instant now) {
    return read(day(now));
  }

  /**
   * {@inheritDoc}
   *
   * @throws CacheUnavailableException if DynamoDB did not answer
   */
  @Override
  public Map<String, Long> ofLastMinute(Instant now) {
    return read(minute(now.minus(1, ChronoUnit.MINUTES)));
  }

  private Map<String, Long> read(String key) {
    Map<String, AttributeValue> item;
    try {
      item = client.getItem(request -> request.tableName(table).key(key(key))).item();
    } catch (SdkException e) {
      throw new CacheUnavailableException("DynamoDB did not do GetItem on " + table, e);
    }
    Map<String, Long> counts = new HashMap<>();
    item.forEach(
        (name, value) -> {
          if (value.n() != null && !name.equals(EXPIRES_AT)) {
            counts.put(name, Long.valueOf(value.n()));
          }
        });
    return counts;
  }

  private static String day(Instant now) {
    return "count:" + now.toString().substring(0, "2026-11-01".length());
  }

  private static String minute(Instant now) {
    return "count:" + now.toString().substring(0, "2026-11-01T12:00".length());
  }

  private static Map<String, AttributeValue> key(String key) {
    return Map.of(KEY, AttributeValue.fromS(key));
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(String.valueOf(number));
  }
}
