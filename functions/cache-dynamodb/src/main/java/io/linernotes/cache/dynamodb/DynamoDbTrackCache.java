package io.linernotes.cache.dynamodb;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheUnavailableException;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Claim;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.cache.TrackCache;
import io.linernotes.config.Configuration;
import io.linernotes.remote.Backoff;
import io.linernotes.remote.Calls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * The cache in one DynamoDB table with partition key {@code key} and native TTL on {@code
 * expires_at}. Reads are eventually consistent, which costs half; the writes that depend on them
 * are conditional and see the current item. Every failure of DynamoDB that remains after the SDK's
 * retries is a {@link CacheUnavailableException}.
 */
public final class DynamoDbTrackCache implements TrackCache {

  /** The most concurrent calls of one operation. */
  static final int AT_A_TIME = 32;

  private static final int KEYS_PER_READ = 100;

  private final DynamoDbClient client;
  private final String table;
  private final Backoff backoff;

  public DynamoDbTrackCache(DynamoDbClient client, String table) {
    this(client, table, Backoff.standard());
  }

  DynamoDbTrackCache(DynamoDbClient client, String table, Backoff backoff) {
    this.client = client;
    this.table = table;
    this.backoff = backoff;
  }

  /**
   * The cache in the table that {@code CACHE_TABLE} names, by a client from {@link
   * DynamoDbClients}.
   *
   * @throws IllegalStateException if a variable is missing or malformed
   */
  public static DynamoDbTrackCache from(Configuration configuration) {
    return new DynamoDbTrackCache(DynamoDbClients.from(configuration), tableName(configuration));
  }

  /**
   * The table's name from {@code CACHE_TABLE}, for the stores that keep other records in this
   * table.
   *
   * @throws IllegalStateException if the variable is missing
   */
  public static String tableName(Configuration configuration) {
    return configuration.required("CACHE_TABLE", "Set it to the name of the cache's table.");
  }

  @Override
  public CacheView read(Collection<? extends CacheKey<?>> keys) {
    List<List<Slot<?>>> pages =
        Calls.inParallel(
            pages(distinct(keys), KEYS_PER_READ), AT_A_TIME, page -> slots(page, readPage(page)));
    return CacheView.of(pages.stream().flatMap(List::stream).toList());
  }

  private List<Map<String, AttributeValue>> readPage(List<CacheKey<?>> page) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    List<Map<String, AttributeValue>> left =
        page.stream().<Map<String, AttributeValue>>map(Item::key).toList();
    for (int tried = 1; ; tried++) {
      KeysAndAttributes asked = KeysAndAttributes.builder().keys(left).build();
      BatchGetItemResponse answer =
          answered(
              "BatchGetItem", () -> client.batchGetItem(r -> r.requestItems(Map.of(table, asked))));
      items.addAll(answer.responses().getOrDefault(table, List.of()));
      KeysAndAttributes unprocessed = answer.unprocessedKeys().get(table);
      if (unprocessed == null || unprocessed.keys().isEmpty()) {
        return items;
      }
      left = unprocessed.keys();
      pause("BatchGetItem", tried, left.size());
    }
  }

  private static List<Slot<?>> slots(
      List<CacheKey<?>> page, List<Map<String, AttributeValue>> items) {
    Map<String, CacheKey<?>> asked = HashMap.newHashMap(page.size());
    page.forEach(key -> asked.put(key.value(), key));
    List<Slot<?>> slots = new ArrayList<>();
    for (Map<String, AttributeValue> item : items) {
      CacheKey<?> key = asked.get(Item.keyOf(item));
      if (key != null) {
        slots.add(Item.slot(key, item));
      }
    }
    return slots;
  }

  @Override
  public Set<CacheKey<?>> claim(Collection<Claim> claims, Instant now) {
    List<ClaimAttempt> attempts =
        Calls.inParallel(claims, AT_A_TIME, claim -> attempted(claim, now));
    List<ClaimAttempt> unknown = attempts.stream().filter(each -> each.fault() != null).toList();
    if (!unknown.isEmpty() && unknown.size() == attempts.size()) {
      throw Objects.requireNonNull(unknown.getFirst().fault());
    }
    Calls.inParallel(unknown, AT_A_TIME, this::givenBack);
    return attempts.stream()
        .filter(ClaimAttempt::won)
        .map(ClaimAttempt::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A claim and its outcome.
   *
   * @param fault why the outcome is unknown; null if it is known
   */
  private record ClaimAttempt(
      CacheKey<?> key, Lease lease, boolean won, @Nullable CacheUnavailableException fault) {}

  private ClaimAttempt attempted(Claim claim, Instant now) {
    Lease lease = Lease.until(claim.leaseUntil());
    try {
      return new ClaimAttempt(claim.key(), lease, claimed(claim, lease, now), null);
    } catch (CacheUnavailableException e) {
      return new ClaimAttempt(claim.key(), lease, false, e);
    }
  }

  /** Ends the lease that an attempt may have taken, but never another claimer's. */
  private boolean givenBack(ClaimAttempt attempt) {
    try {
      return refused(Update.endOfLease(attempt.key(), attempt.lease())).isEmpty();
    } catch (CacheUnavailableException e) {
      return false; // if the lease was taken, it ends at its time
    }
  }

  private boolean claimed(Claim claim, Lease lease, Instant now) {
    Slot<?> seen = claim.seen();
    Version version = Version.of(seen);
    Update update =
        seen.alive(now) == null
            ? Update.leaseOverNothing(seen.key(), lease, now, version)
            : Update.leaseOverEntry(seen.key(), lease, now, version);
    Optional<Map<String, AttributeValue>> refused = refused(update);
    if (refused.isEmpty() || lease.isIn(refused.get())) {
      return true;
    }
    // The claim expected no entry, because the reader saw an unreadable one as none.
    return version
        .unreadableIn(refused.get(), seen.key())
        .map(raw -> Update.leaseOverNothing(seen.key(), lease, now, raw))
        .map(again -> refused(again).map(lease::isIn).orElse(true))
        .orElse(false);
  }

  @Override
  public void release(Collection<? extends CacheKey<?>> keys) {
    // An item without entry and lease reads as an empty slot until TTL removes it.
    Calls.inParallel(distinct(keys), AT_A_TIME, key -> refused(Update.endOfLease(key)).isEmpty());
  }

  @Override
  public <T> Optional<Slot<T>> put(Entry<T> entry, @Nullable Instant expected) {
    Map<String, AttributeValue> item = Item.of(entry);
    Version version = Version.of(expected);
    Optional<Map<String, AttributeValue>> present = refused(item, version);
    if (present.isPresent()) {
      Optional<Version> unreadable = version.unreadableIn(present.get(), entry.key());
      if (unreadable.isPresent()) {
        present = refused(item, unreadable.get());
      }
    }
    // An equal item was stored by an earlier attempt of this call whose answer was lost.
    return present.filter(other -> !other.equals(item)).map(other -> Item.slot(entry.key(), other));
  }

  @Override
  public void invalidate(Collection<? extends CacheKey<?>> keys, Instant now) {
    Calls.inParallel(
        distinct(keys),
        AT_A_TIME,
        key ->
            refused("PutItem", () -> client.putItem(new Fence(key, now).request(table))).isEmpty());
  }

  /**
   * Makes the update. Empty if it was made; else the present item, as an empty map if there is
   * none.
   */
  private Optional<Map<String, AttributeValue>> refused(Update update) {
    return refused("UpdateItem", () -> client.updateItem(update.request(table)));
  }

  /**
   * Puts the item. Empty if it was put; else the present item, as an empty map if there is none.
   */
  private Optional<Map<String, AttributeValue>> refused(
      Map<String, AttributeValue> item, Version version) {
    return refused("PutItem", () -> client.putItem(version.put(table, item)));
  }

  private <R> Optional<Map<String, AttributeValue>> refused(String operation, Supplier<R> call) {
    try {
      answered(operation, call);
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(e.hasItem() ? e.item() : Map.of());
    }
  }

  private <R> R answered(String operation, Supplier<R> call) {
    try {
      return call.get();
    } catch (ConditionalCheckFailedException e) {
      throw e;
    } catch (SdkException e) {
      throw new CacheUnavailableException(
          "DynamoDB did not do " + operation + " on " + table + ": " + reason(e), e);
    }
  }

  /** The service's error code or the exception's name; a message could quote the request. */
  private static String reason(SdkException e) {
    return e instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? service.awsErrorDetails().errorCode()
        : e.getClass().getSimpleName();
  }

  private void pause(String operation, int tried, int left) {
    if (tried >= backoff.tries()) {
      throw new CacheUnavailableException(
          "DynamoDB left " + left + " keys of " + operation + " on " + table + " undone",
          new IllegalStateException("tried " + tried + " times"));
    }
    backoff.after(tried);
  }

  /** The distinct keys, by value: DynamoDB refuses a batch that has a key twice. */
  private static List<CacheKey<?>> distinct(Collection<? extends CacheKey<?>> keys) {
    Map<String, CacheKey<?>> distinct = new LinkedHashMap<>();
    keys.forEach(key -> distinct.putIfAbsent(key.value(), key));
    return List.copyOf(distinct.values());
  }

  private static List<List<CacheKey<?>>> pages(List<CacheKey<?>> keys, int size) {
    List<List<CacheKey<?>>> pages = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += size) {
      pages.add(keys.subList(from, Math.min(from + size, keys.size())));
    }
    return pages;
  }
}
