package io.linernotes.demand.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.linernotes.cache.CacheUnavailableException;
import io.linernotes.cache.dynamodb.DynamoDbClients;
import io.linernotes.cache.dynamodb.DynamoDbTrackCache;
import io.linernotes.config.Configuration;
import io.linernotes.demand.DemandRecord;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The demand in the cache's table: for each day a few items {@code demand:{day}:{shard}}, each with
 * a map of counts by playlist. So a request costs one small update of an item of at most about 4
 * KB, and one batch read finds the most requested playlists, without a scan.
 */
public final class DynamoDbDemandRecord implements DemandRecord {

  /** Enough to spread the writes, and few enough for one batch read of two days. */
  private static final int SHARDS = 16;

  private static final int PLACES_PER_SHARD = 100;
  private static final int DAYS = 2;
  private static final Duration KEPT = Duration.ofDays(DAYS + 1);
  private static final Map<String, String> NAMES =
      Map.of("#counts", "counts", "#kind", "kind", "#expires_at", "expires_at");

  private final DynamoDbClient client;
  private final String table;
  private final int shards;
  private final int places;

  public DynamoDbDemandRecord(DynamoDbClient client, String table) {
    this(client, table, SHARDS, PLACES_PER_SHARD);
  }

  DynamoDbDemandRecord(DynamoDbClient client, String table, int shards, int places) {
    this.client = client;
    this.table = table;
    this.shards = shards;
    this.places = places;
  }

  /**
   * The demand in the table that {@code CACHE_TABLE} names.
   *
   * @throws IllegalStateException if a variable is missing or malformed
   */
  public static DynamoDbDemandRecord from(Configuration configuration) {
    return new DynamoDbDemandRecord(
        DynamoDbClients.from(configuration), DynamoDbTrackCache.tableName(configuration));
  }

  @Override
  public void asked(SpotifyId playlist, int weight, Instant now) {
    try {
      count(key(day(now), playlist), playlist.value(), weight, now);
    } catch (SdkException e) {
      // A lost count does no harm; the counted request goes on.
    }
  }

  private void count(String key, String playlist, int weight, Instant now) {
    try {
      update(
          key,
          "SET #counts.#id = if_not_exists(#counts.#id, :none) + :weight",
          "attribute_exists(#counts.#id) OR size(#counts) < :places",
          Map.of("#counts", "counts", "#id", playlist),
          Map.of(":none", number(0), ":weight", number(weight), ":places", number(places)));
    } catch (ConditionalCheckFailedException e) {
      Map<String, AttributeValue> counts =
          e.hasItem() && e.item().containsKey("counts") ? e.item().get("counts").m() : Map.of();
      if (counts.isEmpty()) {
        begin(key, playlist, weight, now);
      } else {
        replaceTheLeast(key, counts, playlist, weight);
      }
    }
  }

  private void begin(String key, String playlist, int weight, Instant now) {
    update(
        key,
        "SET #counts = :counts, #kind = :kind, #expires_at = :expires_at",
        "attribute_not_exists(#counts)",
        NAMES,
        Map.of(
            ":counts", fromM(Map.of(playlist, number(weight))),
            ":kind", fromS("demand"),
            ":expires_at", number(now.plus(KEPT).getEpochSecond())));
  }

  private void replaceTheLeast(
      String key, Map<String, AttributeValue> counts, String playlist, int weight) {
    Map.Entry<String, AttributeValue> least =
        counts.entrySet().stream()
            .min(Comparator.comparing(each -> Integer.valueOf(each.getValue().n())))
            .orElseThrow();
    update(
        key,
        "SET #counts.#id = :count REMOVE #counts.#least",
        "#counts.#least = :least AND attribute_not_exists(#counts.#id)",
        Map.of("#counts", "counts", "#id", playlist, "#least", least.getKey()),
        Map.of(
            ":count",
            number(Integer.parseInt(least.getValue().n()) + (long) weight),
            ":least",
            least.getValue()));
  }

  private void update(
      String key,
      String expression,
      String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    client.updateItem(
        request ->
            request
                .tableName(table)
                .key(Map.of("key", fromS(key)))
                .updateExpression(expression)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
  }

  /**
   * {@inheritDoc}
   *
   * @throws CacheUnavailableException if DynamoDB did not answer
   */
  @Override
  public List<SpotifyId> mostAsked(int most, Instant now) {
    Map<String, Integer> sums = new HashMap<>();
    for (Map<String, AttributeValue> item : items(now)) {
      item.getOrDefault("counts", fromM(Map.of()))
          .m()
          .forEach((id, count) -> sums.merge(id, Integer.valueOf(count.n()), Integer::sum));
    }
    return sums.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(most)
        .map(each -> new SpotifyId(each.getKey()))
        .toList();
  }

  private List<Map<String, AttributeValue>> items(Instant now) {
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    for (int back = 0; back < DAYS; back++) {
      for (int shard = 0; shard < shards; shard++) {
        keys.add(Map.of("key", fromS("demand:" + day(now).minusDays(back) + ":" + shard)));
      }
    }
    KeysAndAttributes asked = KeysAndAttributes.builder().keys(keys).build();
    try {
      // Unprocessed keys are left out: an incomplete answer is good enough.
      return client
          .batchGetItem(request -> request.requestItems(Map.of(table, asked)))
          .responses()
          .getOrDefault(table, List.of());
    } catch (SdkException e) {
      throw new CacheUnavailableException("DynamoDB did not do BatchGetItem on " + table, e);
    }
  }

  private String key(LocalDate day, SpotifyId playlist) {
    return "demand:" + day + ":" + Math.floorMod(playlist.value().hashCode(), shards);
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static AttributeValue number(long number) {
    return fromN(String.valueOf(number));
  }
}
