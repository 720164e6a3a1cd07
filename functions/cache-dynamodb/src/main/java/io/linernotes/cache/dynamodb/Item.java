package io.linernotes.cache.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Kind;
import io.linernotes.cache.Slot;
import io.linernotes.json.MalformedRecordException;
import io.linernotes.json.RecordFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table's items: the names of the attributes, and how entries and leases are written and read.
 */
final class Item {

  static final String KEY = "key";
  static final String KIND = "kind";
  static final String BODY = "body";
  static final String FETCHED_AT = "fetched_at";
  static final String FRESH_UNTIL = "fresh_until";

  /** The table's native TTL attribute, in whole seconds as TTL requires, rounded up. */
  static final String EXPIRES_AT = "expires_at";

  static final String IS_MISS = "is_miss";
  static final String MISSES = "misses";

  /** The queries tried before a miss was known, one a line. */
  static final String TRIED = "tried";

  static final String LEASE_UNTIL = "lease_until";
  static final String SCHEMA = "schema";

  /** When the key was invalidated. An item with an entry has none, because the entry is newer. */
  static final String INVALIDATED_AT = "invalidated_at";

  private static final int MOST_BYTES = 400 * 1024;

  private Item() {}

  /**
   * The item of an entry without a lease.
   *
   * @throws EntryTooLargeException if it exceeds DynamoDB's 400 KB
   */
  static Map<String, AttributeValue> of(Entry<?> entry) {
    Map<String, AttributeValue> item = new HashMap<>(key(entry.key()));
    item.put(KIND, kind(entry.key()));
    item.put(SCHEMA, schema());
    item.put(FETCHED_AT, seconds(entry.fetchedAt()));
    item.put(FRESH_UNTIL, seconds(entry.freshUntil()));
    item.put(EXPIRES_AT, wholeSeconds(entry.expiresAt()));
    item.put(IS_MISS, fromBool(entry.isMiss()));
    item.put(MISSES, fromN(String.valueOf(entry.misses())));
    if (!entry.tried().isEmpty()) {
      item.put(TRIED, fromS(String.join("\n", entry.tried())));
    }
    Object value = entry.value();
    if (value != null) {
      item.put(BODY, fromB(SdkBytes.fromByteArrayUnsafe(RecordFormat.compressed(value))));
    }
    checkSize(entry.key(), item);
    return item;
  }

  static Map<String, AttributeValue> key(CacheKey<?> key) {
    return Map.of(KEY, fromS(key.value()));
  }

  static String keyOf(Map<String, AttributeValue> item) {
    AttributeValue key = item.get(KEY);
    return key == null ? "" : key.s();
  }

  static AttributeValue kind(CacheKey<?> key) {
    return fromS(key.kind().name());
  }

  static AttributeValue schema() {
    return fromN(String.valueOf(RecordFormat.SCHEMA));
  }

  /** Epoch seconds with milliseconds. */
  static AttributeValue seconds(Instant instant) {
    return fromN(decimal(instant).stripTrailingZeros().toPlainString());
  }

  static BigDecimal decimal(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), 3);
  }

  /** Epoch seconds, rounded up. */
  static AttributeValue wholeSeconds(Instant instant) {
    return fromN(decimal(instant).setScale(0, RoundingMode.CEILING).toPlainString());
  }

  /**
   * The slot in an item. An entry that this version cannot read, because it is damaged or of
   * another schema, counts as no entry; its lease still counts.
   */
  static <T> Slot<T> slot(CacheKey<T> key, Map<String, AttributeValue> item) {
    return new Slot<>(
        key, entry(key, item), instant(item.get(LEASE_UNTIL)), instant(item.get(INVALIDATED_AT)));
  }

  private static <T> @Nullable Entry<T> entry(CacheKey<T> key, Map<String, AttributeValue> item) {
    Instant fetchedAt = instant(item.get(FETCHED_AT));
    Instant freshUntil = instant(item.get(FRESH_UNTIL));
    Instant expiresAt = instant(item.get(EXPIRES_AT));
    BigDecimal misses = number(item.get(MISSES));
    if (fetchedAt == null
        || freshUntil == null
        || expiresAt == null
        || misses == null
        || !kind(key).equals(item.get(KIND))
        || !schema().equals(item.get(SCHEMA))) {
      return null;
    }
    if (Boolean.TRUE.equals(bool(item.get(IS_MISS)))) {
      return new Entry<>(
          key, null, fetchedAt, freshUntil, expiresAt, misses.intValue(), tried(item.get(TRIED)));
    }
    T value = value(key.kind(), item.get(BODY));
    return value == null
        ? null
        : new Entry<>(key, value, fetchedAt, freshUntil, expiresAt, misses.intValue());
  }

  private static <T> @Nullable T value(Kind<T> kind, @Nullable AttributeValue body) {
    if (body == null || body.b() == null) {
      return null;
    }
    try {
      return RecordFormat.decompressed(body.b().asByteArrayUnsafe(), kind);
    } catch (MalformedRecordException e) {
      return null;
    }
  }

  private static List<String> tried(@Nullable AttributeValue tried) {
    return tried == null || tried.s() == null ? List.of() : List.of(tried.s().split("\n"));
  }

  private static @Nullable Boolean bool(@Nullable AttributeValue value) {
    return value == null ? null : value.bool();
  }

  /** The time in milliseconds; finer digits are cut off. */
  static @Nullable Instant instant(@Nullable AttributeValue value) {
    BigDecimal seconds = number(value);
    return seconds == null ? null : Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
  }

  static @Nullable BigDecimal number(@Nullable AttributeValue value) {
    return value == null || value.n() == null ? null : new BigDecimal(value.n());
  }

  private static void checkSize(CacheKey<?> key, Map<String, AttributeValue> item) {
    int bytes = 0;
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      bytes += length(attribute.getKey()) + size(attribute.getValue());
    }
    if (bytes > MOST_BYTES) {
      throw new EntryTooLargeException(key, bytes, MOST_BYTES);
    }
  }

  /** The size as DynamoDB counts it, with the largest possible size for every number. */
  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> length(value.s());
      case B -> value.b().asByteArrayUnsafe().length;
      default -> 21;
    };
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
