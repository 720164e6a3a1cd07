package io.linernotes.warming.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.linernotes.cache.dynamodb.DynamoDbClients;
import io.linernotes.cache.dynamodb.DynamoDbTrackCache;
import io.linernotes.config.Configuration;
import io.linernotes.track.SpotifyId;
import io.linernotes.warming.ResumePoint;
import io.linernotes.warming.WarmupTargets.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * The resume point in the cache's table, as the item {@value #KEY}. Failures are not reported: if
 * DynamoDB does not answer, the next run begins with the most requested playlist again.
 */
public final class DynamoDbResumePoint implements ResumePoint {

  private static final String KEY = "warming:resume";
  private static final Duration KEPT = Duration.ofDays(1);

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbResumePoint(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * The resume point in the table that {@code CACHE_TABLE} names.
   *
   * @throws IllegalStateException if a variable is missing or malformed
   */
  public static DynamoDbResumePoint from(Configuration configuration) {
    return new DynamoDbResumePoint(
        DynamoDbClients.from(configuration), DynamoDbTrackCache.tableName(configuration));
  }

  @Override
  public Optional<Position> load() {
    KeysAndAttributes wanted =
        KeysAndAttributes.builder().keys(List.of(Map.of("key", fromS(KEY)))).build();
    try {
      return client
          .batchGetItem(request -> request.requestItems(Map.of(table, wanted)))
          .responses()
          .getOrDefault(table, List.of())
          .stream()
          .findFirst()
          .flatMap(DynamoDbResumePoint::position);
    } catch (SdkException e) {
      return Optional.empty();
    }
  }

  /** The position in an item; empty if the item has none or is malformed. */
  private static Optional<Position> position(Map<String, AttributeValue> item) {
    AttributeValue playlist = item.get("playlist");
    AttributeValue offset = item.get("offset");
    if (playlist == null || offset == null || offset.n() == null) {
      return Optional.empty();
    }
    return SpotifyId.parse(playlist.s()).map(id -> new Position(id, Integer.parseInt(offset.n())));
  }

  @Override
  public void save(@Nullable Position position, Instant now) {
    try {
      if (position == null) {
        update("REMOVE #playlist, #offset", Map.of());
      } else {
        update(
            "SET #playlist = :playlist, #offset = :offset, #kind = :kind, #expires_at = :expires_at",
            Map.of(
                ":playlist", fromS(position.playlist().value()),
                ":offset", fromN(String.valueOf(position.offset())),
                ":kind", fromS("warming"),
                ":expires_at", fromN(String.valueOf(now.plus(KEPT).getEpochSecond()))));
      }
    } catch (SdkException e) {
      // The next run begins with the most requested playlist.
    }
  }

  private void update(String expression, Map<String, AttributeValue> values) {
    Map<String, String> names =
        values.isEmpty()
            ? Map.of("#playlist", "playlist", "#offset", "offset")
            : Map.of(
                "#playlist", "playlist",
                "#offset", "offset",
                "#kind", "kind",
                "#expires_at", "expires_at");
    client.updateItem(
        request -> {
          request
              .tableName(table)
              .key(Map.of("key", fromS(KEY)))
              .updateExpression(expression)
              .expressionAttributeNames(names);
          if (!values.isEmpty()) {
            request.expressionAttributeValues(values);
          }
        });
  }
}
