package io.linernotes.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.cache.StoredRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored record as JSON for administrators: every attribute, with the body decompressed. */
public final class StoredRecordFormat {

  private StoredRecordFormat() {}

  /** The record and its state at {@code now}. */
  public static String text(StoredRecord stored, Instant now) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("key", stored.key());
    fields.put("kind", stored.kind());
    fields.put("state", stored.state(now));
    fields.put("fetched_at", stored.fetchedAt());
    fields.put("fresh_until", stored.freshUntil());
    fields.put("expires_at", stored.expiresAt());
    fields.put("is_miss", stored.isMiss());
    fields.put("misses", stored.misses());
    fields.put("leased", stored.isLeased(now));
    fields.put("lease_until", stored.leaseUntil());
    fields.put("schema", stored.schema());
    fields.put("body", body(stored.body()));
    return PlainFormat.text(fields);
  }

  private static @Nullable JsonNode body(@Nullable String json) {
    try {
      return json == null ? null : Mapper.READER.readTree(json);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
