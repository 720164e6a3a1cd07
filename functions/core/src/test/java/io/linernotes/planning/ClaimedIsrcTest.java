package io.linernotes.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.enrichment.DeezerQuestion;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.Match;
import io.linernotes.enrichment.Section;
import io.linernotes.matching.IsrcVerdict;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A claim's names and duration decide whether Deezer's track of the claim's ISRC is the claimed
 * one.
 */
class ClaimedIsrcTest {

  private static final Isrc ISRC = new Isrc("GBAAA0100001");
  private static final Set<Section> DEEZER = Set.of(Section.DEEZER);

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  private final Enricher enricher =
      new Enricher(cache, new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues()));

  @Test
  void theTrackThatBearsItOutIsTheAnswer() {
    deezerHas("Harbour", "Ann Lake", 383);

    SectionState<DeezerTrack> state = state(claim("Harbour - 2011 Remaster", "Ann Lake", 382));

    assertThat(state.status()).isEqualTo(Status.HIT);
    assertThat(confidence(state)).isEqualTo(1.0);
    assertThat(queue.tasks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Good Harbour, Somebody, 383",
    "Harbour (North Remix), Ann Lake, 383",
    "Harbour (Live), Ann Lake, 383",
    "Harbour, Ann Lake, 200",
    "Harbour (Pt. 2), Ann Lake, 383",
  })
  void whatContradictsLeavesTheAnswerToTheNames(String title, String artist, int seconds) {
    deezerHas(title, artist, seconds);
    Track claim = claim("Harbour", "Ann Lake", 383);

    assertThat(state(claim).status()).isEqualTo(Status.PENDING);
    assertThat(queue.tasks()).containsExactly(new Task.FindIsrc(named(claim), Set.of()));
  }

  @ParameterizedTest
  @CsvSource({"Harbour, 383, OTHER_VERSION", "Harbour (Live), 200, OTHER_DURATION"})
  void aDoubtfulTrackIsTheAnswerWhereTheNamesHaveNone(
      String title, int seconds, IsrcVerdict verdict) {
    deezerHas(title, "Ann Lake", seconds);
    Track claim = claim("Harbour (Live)", "Ann Lake", 383);
    cache.with(Entry.missing(new DeezerQuestion.OfNames(named(claim)).key(), clock.instant()));

    SectionState<DeezerTrack> state = state(claim);

    assertThat(state.status()).isEqualTo(Status.HIT);
    assertThat(confidence(state)).isEqualTo(verdict.confidence());
  }

  @Test
  void anotherSongIsNeverTheAnswer() {
    deezerHas("Good Harbour", "Somebody", 383);
    Track claim = claim("Harbour", "Ann Lake", 383);
    cache.with(Entry.missing(new DeezerQuestion.OfNames(named(claim)).key(), clock.instant()));

    assertThat(state(claim).status()).isEqualTo(Status.MISS);
  }

  private SectionState<DeezerTrack> state(Track claim) {
    enricher.enrich(List.of(claim), DEEZER, new RequestContext("test", "test"), clock.instant());
    KeyPlanner keys =
        new KeyPlanner(enricher.view(List.of(claim), DEEZER, clock.instant()), clock.instant());
    return Objects.requireNonNull(new TrackPlanner(DEEZER, keys).add(claim).deezer());
  }

  private static double confidence(SectionState<DeezerTrack> state) {
    DeezerTrack found = Objects.requireNonNull(state.data());
    return Objects.requireNonNull(found.match()).confidence();
  }

  private void deezerHas(String title, String artist, int seconds) {
    Duration duration = Duration.ofSeconds(seconds);
    cache.with(
        Entry.found(
            new DeezerQuestion.OfIsrc(ISRC).key(),
            new DeezerTrack(
                1L,
                ISRC,
                title,
                artist,
                duration,
                120.0,
                null,
                null,
                null,
                "deezer",
                new Match(Match.By.ISRC, 1, title, List.of(artist), ISRC, duration)),
            clock.instant()));
  }

  private static Track claim(String title, String artist, int seconds) {
    return Track.of(null, ISRC, title, List.of(Artist.named(artist)), Duration.ofSeconds(seconds));
  }

  private static Track named(Track claim) {
    return Track.of(null, null, claim.title(), claim.artists(), claim.duration());
  }
}
