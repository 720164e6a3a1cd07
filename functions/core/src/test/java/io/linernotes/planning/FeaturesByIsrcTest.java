package io.linernotes.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Isrc;
import io.linernotes.track.Songs;
import io.linernotes.track.Track;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Audio features of tracks without a Spotify id. */
class FeaturesByIsrcTest {

  private static final Isrc TOLD_BY_DEEZER = new Isrc("JPB601600001");
  private static final Isrc TOLD_BY_MUSICBRAINZ = new Isrc("JPB601600002");

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  private final Enricher enricher =
      new Enricher(cache, new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues()));

  @Test
  void areAskedForByTheTracksOwnIsrcAndNobodyElseIsAsked() {
    SectionState<?> features = features(Songs.halo());

    assertThat(features.status()).isEqualTo(Status.PENDING);
    assertThat(queue.tasks())
        .containsExactly(new Task.FetchFeaturesByIsrc(List.of(new Isrc("USSM10804556"))));
  }

  @Test
  void ofATrackKnownByNamesWaitForTheIsrcThatIsFoundOnTheWayToDeezer() {
    SectionState<?> features = features(Songs.hanataba());

    assertThat(features.status()).isEqualTo(Status.PENDING);
    assertThat(features.onItsWay()).isTrue();
    assertThat(queue.tasks())
        .containsExactly(new Task.FindIsrc(Songs.hanataba(), Set.of(Section.AUDIO_FEATURES)));
  }

  @Test
  void areAskedForByTheIsrcThatDeezerTold() {
    found(TOLD_BY_DEEZER);
    lookedUp();

    features(Songs.hanataba());

    assertThat(queue.tasks())
        .containsExactly(new Task.FetchFeaturesByIsrc(List.of(TOLD_BY_DEEZER)));
  }

  @Test
  void areAskedForByMusicBrainzIsrcWhereDeezerHasNoSuchTrack() {
    cache.with(Entry.missing(EnrichmentKeys.deezer(Songs.hanataba()), clock.instant()));
    lookedUp();

    features(Songs.hanataba());

    assertThat(queue.tasks())
        .containsExactly(new Task.FetchFeaturesByIsrc(List.of(TOLD_BY_MUSICBRAINZ)));
  }

  @Test
  void areUnsupportedWhereNobodyKnowsAnIsrc() {
    found(null);
    cache.with(Entry.missing(EnrichmentKeys.isrc(Songs.hanataba()).orElseThrow(), clock.instant()));

    assertThat(features(Songs.hanataba()).status()).isEqualTo(Status.UNSUPPORTED);
    assertThat(queue.tasks()).isEmpty();
  }

  @Test
  void ofSeveralTracksAreAskedForTogether() {
    List<Track> tracks =
        Songs.numbered(41).stream()
            .map(track -> Track.of(null, track.isrc(), null, List.of(), null))
            .toList();

    enricher.enrich(
        tracks,
        Set.of(Section.AUDIO_FEATURES),
        new RequestContext("test", "test"),
        clock.instant());

    assertThat(queue.tasks()).extracting(task -> task.keys().size()).containsExactly(40, 1);
  }

  private SectionState<?> features(Track track) {
    Set<Section> sections = Set.of(Section.AUDIO_FEATURES);
    enricher.enrich(List.of(track), sections, new RequestContext("test", "test"), clock.instant());
    KeyPlanner keys =
        new KeyPlanner(enricher.view(List.of(track), sections, clock.instant()), clock.instant());
    return java.util.Objects.requireNonNull(
        new TrackPlanner(sections, keys).add(track).audioFeatures());
  }

  private void found(@Nullable Isrc isrc) {
    cache.with(
        Entry.found(
            EnrichmentKeys.deezer(Songs.hanataba()),
            new DeezerTrack(1L, isrc, null, null, null, 120.0, null, null, null, "deezer", null),
            clock.instant()));
  }

  private void lookedUp() {
    cache.with(
        Entry.found(
            EnrichmentKeys.isrc(Songs.hanataba()).orElseThrow(),
            new IsrcLookup(List.of(TOLD_BY_MUSICBRAINZ), null),
            clock.instant()));
  }
}
