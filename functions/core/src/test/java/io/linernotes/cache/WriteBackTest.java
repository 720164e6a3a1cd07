package io.linernotes.cache;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.remote.Calls;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WriteBackTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final CacheKey<LastfmArtist> KEY = EnrichmentKeys.artist("Björk");

  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final WriteBack writeBack = new WriteBack(cache);

  @Test
  void storesAnAnswerInOneCall() {
    Entry<LastfmArtist> answer = Entry.found(KEY, listeners(7), NOW);

    assertThat(writeBack.write(answer, Slot.empty(KEY)))
        .isEqualTo(new WriteBack.Outcome.Stored<>(answer));

    assertThat(cache.slot(KEY).value(NOW)).isEqualTo(listeners(7));
    assertThat(cache.roundTrips()).isEqualTo(1);
  }

  @Test
  void mergesOverWhatAQuickerWriterStored() {
    cache.put(Entry.found(KEY, image("small"), NOW), null);

    writeBack.write(Entry.found(KEY, listeners(7), NOW.plusMillis(1)), Slot.empty(KEY));

    LastfmArtist stored = requireNonNull(cache.slot(KEY).value(NOW));
    assertThat(stored.listeners()).isEqualTo(7);
    assertThat(stored.images()).containsOnlyKeys("small");
  }

  @Test
  void fillsALaterAnswerFromAnEarlierOneThatArrivesAfterIt() {
    Slot<LastfmArtist> seen = Slot.empty(KEY);
    writeBack.write(Entry.found(KEY, bio("new"), NOW.plusSeconds(60)), seen);

    writeBack.write(Entry.found(KEY, image("small"), NOW), seen);
    var outcome = writeBack.write(Entry.found(KEY, bio("old"), NOW), seen);

    LastfmArtist stored = requireNonNull(cache.slot(KEY).value(NOW));
    assertThat(stored.bio()).isEqualTo("new");
    assertThat(stored.images()).containsOnlyKeys("small");
    assertThat(outcome).isInstanceOf(WriteBack.Outcome.Outdated.class);
  }

  /** Each writer knows one field that no other knows; all fetched in the same millisecond. */
  @Test
  void losesNoAnswerOfThoseFetchedAtTheSameTime() {
    Slot<LastfmArtist> seen = Slot.empty(KEY);
    writeBack.write(Entry.found(KEY, listeners(7), NOW), seen);
    writeBack.write(Entry.found(KEY, image("small"), NOW), seen);
    Slot<LastfmArtist> both = cache.slot(KEY);

    // A third writer that saw only the first one's entry must not overwrite what the second added.
    Slot<LastfmArtist> first = new Slot<>(KEY, Entry.found(KEY, listeners(7), NOW), null);
    writeBack.write(Entry.found(KEY, bio("Icelandic"), NOW), first);

    LastfmArtist stored = requireNonNull(cache.slot(KEY).value(NOW));
    assertThat(stored.images()).isEqualTo(requireNonNull(both.value(NOW)).images());
    assertThat(stored.listeners()).isEqualTo(7);
    assertThat(stored.bio()).isEqualTo("Icelandic");
  }

  @Test
  void losesNoAnswerOfAThousandRacingWriters() {
    List<CacheKey<LastfmArtist>> artists =
        IntStream.range(0, 100).mapToObj(i -> EnrichmentKeys.artist("Artist " + i)).toList();

    Calls.inParallel(
        IntStream.range(0, 1000).boxed().toList(),
        1000,
        i -> {
          CacheKey<LastfmArtist> key = artists.get(i % 100);
          int writer = i / 100;
          LastfmArtist answer = writer == 0 ? image("small") : listeners(writer);
          return writeBack.write(Entry.found(key, answer, NOW.plusMillis(i % 3)), Slot.empty(key));
        });

    for (CacheKey<LastfmArtist> artist : artists) {
      LastfmArtist stored = requireNonNull(cache.slot(artist).value(NOW));
      assertThat(stored.listeners()).isEqualTo(9);
      assertThat(stored.images()).containsOnlyKeys("small");
    }
  }

  @Test
  void givesUpOnAKeyThatNeverHoldsStill() {
    TrackCache restless = new Restless();

    assertThatExceptionOfType(CacheUnavailableException.class)
        .isThrownBy(
            () ->
                new WriteBack(restless).write(Entry.found(KEY, listeners(1), NOW), Slot.empty(KEY)))
        .withMessageContaining("changed under each of 10 writes");
  }

  private static LastfmArtist listeners(long count) {
    return new LastfmArtist(null, null, List.of(), count, null, null, null, List.of(), Map.of());
  }

  private static LastfmArtist image(String size) {
    return new LastfmArtist(
        null, null, List.of(), null, null, null, null, List.of(), Map.of(size, "https://i/1.png"));
  }

  private static LastfmArtist bio(String text) {
    return new LastfmArtist(null, text, List.of(), null, null, null, null, List.of(), Map.of());
  }

  /** A cache in which another writer is faster every time. */
  private static final class Restless implements TrackCache {

    @Override
    public CacheView read(Collection<? extends CacheKey<?>> keys) {
      return CacheView.empty();
    }

    @Override
    public Set<CacheKey<?>> claim(Collection<Claim> claims, Instant now) {
      return Set.of();
    }

    @Override
    public void release(Collection<? extends CacheKey<?>> keys) {}

    @Override
    public <T> Optional<Slot<T>> put(Entry<T> entry, @Nullable Instant expected) {
      return Optional.of(Slot.empty(entry.key()));
    }

    @Override
    public void invalidate(Collection<? extends CacheKey<?>> keys, Instant now) {}
  }
}
