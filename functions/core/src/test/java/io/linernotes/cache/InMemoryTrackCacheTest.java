package io.linernotes.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.track.Songs;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryTrackCacheTest extends TrackCacheContract {

  private final InMemoryTrackCache cache = new InMemoryTrackCache();

  @Override
  protected TrackCache cache() {
    return cache;
  }

  @Test
  void countsWhatItIsAsked() {
    CacheKey<?> key = EnrichmentKeys.deezer(Songs.comeTogether());

    cache.read(List.of(key, key));
    cache.read(List.of());

    assertThat(cache.roundTrips()).isEqualTo(1);
    assertThat(cache.keysRead()).isEqualTo(1);
  }

  @Test
  void failsUntilItComesBack() {
    CacheKey<?> key = EnrichmentKeys.deezer(Songs.comeTogether());
    cache.goDown();

    assertThatExceptionOfType(CacheUnavailableException.class)
        .isThrownBy(() -> cache.read(List.of(key)));

    cache.comeBack();
    cache.read(List.of(key));
  }
}
