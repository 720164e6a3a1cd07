package io.linernotes.cache.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Claim;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.cache.StoredRecord;
import io.linernotes.config.Configuration;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.NameCorrection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamoDbCacheInspectorTest {

  private static final Instant NOW = Instant.parse("2126-11-01T12:00:00.123Z");
  private static final Configuration CONFIGURATION = LocalDynamoDb.withTable("inspected");

  private final DynamoDbTrackCache cache = DynamoDbTrackCache.from(CONFIGURATION);
  private final DynamoDbCacheInspector inspector = DynamoDbCacheInspector.from(CONFIGURATION);

  @Test
  void showsWhatIsStored() {
    CacheKey<NameCorrection> key = EnrichmentKeys.correction("Bjork", "Joga");
    Entry<NameCorrection> entry = Entry.found(key, new NameCorrection("Björk", "Jóga"), NOW);
    cache.put(entry, null);

    StoredRecord stored = inspector.look(key.value()).orElseThrow();

    assertThat(stored.kind()).isEqualTo("lastfm_correction");
    assertThat(stored.fetchedAt()).isEqualTo(NOW);
    assertThat(stored.body()).contains("Björk");
    assertThat(stored.state(NOW)).isEqualTo("fresh");
    assertThat(stored.state(entry.freshUntil())).isEqualTo("stale");
    assertThat(stored.state(entry.expiresAt().plusSeconds(1))).isEqualTo("expired");
    assertThat(stored.age(NOW.plusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void showsAMiss() {
    CacheKey<NameCorrection> key = EnrichmentKeys.correction("Nobody", "Nothing");
    cache.put(Entry.missing(key, NOW), null);

    StoredRecord stored = inspector.look(key.value()).orElseThrow();

    assertThat(stored.state(NOW)).isEqualTo("miss");
    assertThat(stored.misses()).isEqualTo(1);
    assertThat(stored.body()).isNull();
  }

  @Test
  void tellsALeaseFromAFence() {
    CacheKey<NameCorrection> key = EnrichmentKeys.correction("Sigur Ros", "Hoppipolla");
    cache.invalidate(List.of(key), NOW);

    assertThat(inspector.look(key.value()).orElseThrow().isPresent(NOW)).isFalse();

    cache.claim(List.of(new Claim(Slot.empty(key), NOW.plusSeconds(60))), NOW);
    assertThat(inspector.look(key.value()).orElseThrow().state(NOW)).isEqualTo("pending");
  }

  @Test
  void findsNothingUnderAnAbsentKey() {
    assertThat(inspector.look("bpm:absent")).isEmpty();
  }
}
