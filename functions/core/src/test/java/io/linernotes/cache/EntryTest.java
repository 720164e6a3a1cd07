package io.linernotes.cache;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.Entry.Freshness;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.property.Property;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final CacheKey<DeezerTrack> KEY = EnrichmentKeys.deezer(Songs.comeTogether());
  private static final CacheKey<AudioFeatures> SPOTIFY_KEY =
      EnrichmentKeys.audioFeatures(new SpotifyId("2EqlS6tkEnglzr7tkKAAYD"));

  @Test
  void isFreshThenStaleThenExpired() {
    Entry<DeezerTrack> entry = Entry.found(KEY, EveryKind.DEEZER_TRACK, NOW);

    assertThat(entry.freshness(NOW)).isEqualTo(Freshness.FRESH);
    assertThat(entry.freshness(entry.freshUntil().minusNanos(1))).isEqualTo(Freshness.FRESH);
    assertThat(entry.freshness(entry.freshUntil())).isEqualTo(Freshness.STALE);
    assertThat(entry.freshness(entry.expiresAt().minusNanos(1))).isEqualTo(Freshness.STALE);
    assertThat(entry.freshness(entry.expiresAt())).isEqualTo(Freshness.EXPIRED);
    assertThat(entry.isAlive(entry.expiresAt())).isFalse();
  }

  @Test
  void expiresAfterItsGraceWhateverTheJitter() {
    assertThat(Entry.found(KEY, EveryKind.DEEZER_TRACK, NOW).expiresAt())
        .isEqualTo(NOW.plus(Duration.ofDays(90 + 7)));
    assertThat(Entry.found(SPOTIFY_KEY, EveryKind.AUDIO_FEATURES, NOW).expiresAt())
        .isEqualTo(NOW.plus(Duration.ofDays(7 + 1)));
  }

  @Test
  void isFreshForAtMostFivePercentLessAndAlwaysTheSame() {
    Property.holds(
        cases -> {
          String name = cases.text(1, 200);
          long seconds = cases.number(1, 400L * 24 * 3600);

          cases.assume(CacheKey.fits(name));
          CacheKey<DeezerTrack> key = new CacheKey<>(EnrichmentKeys.DEEZER_TRACK, name);
          Duration span = Duration.ofSeconds(seconds);

          Entry<DeezerTrack> entry = Entry.found(key, EveryKind.DEEZER_TRACK, NOW, span);

          assertThat(Duration.between(NOW, entry.freshUntil()))
              .isBetween(span.multipliedBy(95).dividedBy(100), span);
          assertThat(Entry.found(key, EveryKind.DEEZER_TRACK, NOW, span)).isEqualTo(entry);
        });
  }

  @Test
  void spreadsTheEndsOfEntriesWrittenTogether() {
    List<Instant> ends =
        Songs.numbered(200).stream()
            .map(track -> Entry.found(EnrichmentKeys.deezer(track), EveryKind.DEEZER_TRACK, NOW))
            .map(Entry::freshUntil)
            .toList();

    assertThat(ends.stream().distinct().count()).isGreaterThan(150);
  }

  @Test
  void doublesTheLifeOfMissesInARowUpToADay() {
    Property.holds(
        cases -> {
          int inARow = cases.integer(1, 60);

          Entry<DeezerTrack> miss = Entry.missing(KEY, NOW);
          for (int i = 1; i < inARow; i++) {
            miss = Entry.missing(KEY, miss.freshUntil()).mergedOver(miss);
          }

          Duration expected =
              inARow > 9
                  ? Duration.ofHours(24)
                  : Duration.ofMinutes(5).multipliedBy(1L << (inARow - 1));
          assertThat(miss.misses()).isEqualTo(inARow);
          assertThat(Duration.between(miss.fetchedAt(), miss.freshUntil())).isEqualTo(expected);
        });
  }

  @Test
  void countsMissesAnewAfterAFoundValue() {
    Entry<AudioFeatures> miss = Entry.missing(SPOTIFY_KEY, NOW);
    Entry<AudioFeatures> found =
        Entry.found(SPOTIFY_KEY, EveryKind.AUDIO_FEATURES, NOW.plusSeconds(300)).mergedOver(miss);
    Entry<AudioFeatures> again =
        Entry.<AudioFeatures>missing(SPOTIFY_KEY, NOW.plusSeconds(600)).mergedOver(found);

    assertThat(found.misses()).isZero();
    assertThat(again.misses()).isEqualTo(1);
  }

  @Test
  void countsMissesAnewOnceTheLastOneHasExpired() {
    Entry<DeezerTrack> miss = Entry.missing(KEY, NOW);

    assertThat(Entry.missing(KEY, miss.expiresAt()).mergedOver(miss).misses()).isEqualTo(1);
  }

  @Test
  void keepsKnownDataWhenTheProviderForgetsIt() {
    Entry<DeezerTrack> known = Entry.found(KEY, EveryKind.DEEZER_TRACK, NOW);
    Instant later = known.freshUntil();

    Entry<DeezerTrack> merged = Entry.<DeezerTrack>missing(KEY, later).mergedOver(known);

    assertThat(merged.value()).isEqualTo(EveryKind.DEEZER_TRACK);
    assertThat(merged.fetchedAt()).isEqualTo(NOW);
    assertThat(merged.expiresAt()).isEqualTo(known.expiresAt());
    assertThat(merged.freshUntil()).isEqualTo(later.plus(Duration.ofMinutes(5)));
    assertThat(merged.misses()).isEqualTo(1);
  }

  @Test
  void replacesSpotifyContentByAMiss() {
    Entry<AudioFeatures> known = Entry.found(SPOTIFY_KEY, EveryKind.AUDIO_FEATURES, NOW);

    assertThat(Entry.<AudioFeatures>missing(SPOTIFY_KEY, NOW.plusSeconds(1)).mergedOver(known))
        .extracting(Entry::isMiss)
        .isEqualTo(true);
  }

  @Test
  void replacesSpotifyContentByNewContent() {
    AudioFeatures fewer =
        new AudioFeatures(
            null, null, null, null, null, null, null, null, 120.0, null, null, null, "spotify");

    Entry<AudioFeatures> merged =
        Entry.found(SPOTIFY_KEY, fewer, NOW.plusSeconds(1))
            .mergedOver(Entry.found(SPOTIFY_KEY, EveryKind.AUDIO_FEATURES, NOW));

    assertThat(merged.value()).isEqualTo(fewer);
  }

  @Test
  void fillsWhatTheNewAnswerDoesNotKnow() {
    DeezerTrack newer =
        new DeezerTrack(null, null, null, null, null, null, -7.5, null, null, null, null);

    Entry<DeezerTrack> merged =
        Entry.found(KEY, newer, NOW.plusSeconds(1))
            .mergedOver(Entry.found(KEY, EveryKind.DEEZER_TRACK, NOW));

    DeezerTrack value = requireNonNull(merged.value());
    assertThat(value.gain()).isEqualTo(-7.5);
    assertThat(value.bpm()).isEqualTo(165.2);
    assertThat(merged.fetchedAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void takesNothingFromAnExpiredEntry() {
    Entry<DeezerTrack> expired = Entry.found(KEY, EveryKind.DEEZER_TRACK, NOW);
    Entry<DeezerTrack> miss = Entry.missing(KEY, expired.expiresAt());

    assertThat(miss.mergedOver(expired)).isEqualTo(miss);
  }

  @Test
  void takesNothingFromNothing() {
    Entry<DeezerTrack> miss = Entry.missing(KEY, NOW);

    assertThat(miss.mergedOver(null)).isEqualTo(miss);
  }
}
