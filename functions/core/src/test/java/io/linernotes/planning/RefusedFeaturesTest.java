package io.linernotes.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.RecommendationSeeds;
import io.linernotes.catalogue.TrackList;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Artist;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans for features that Spotify refuses, and for those that it does not. */
class RefusedFeaturesTest {

  private static final RequestContext ERRAND = new RequestContext("test", "test");
  private static final RecommendationSeeds SEEDS =
      new RecommendationSeeds(List.of(Objects.requireNonNull(Songs.teardrop().id())), 5);

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  private final Dispatcher dispatcher = new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues());

  @Test
  void asksSpotifyForAudioFeaturesUntilItRefuses() {
    enrich(Songs.numbered(101));

    assertThat(queue.tasks()).extracting(Task::provider).containsOnly(Provider.SPOTIFY);
    assertThat(queue.tasks()).extracting(task -> task.keys().size()).containsExactly(100, 1);
  }

  @Test
  void asksReccoBeatsFortyAtATimeOnceSpotifyHasRefused() {
    cooldown(Cooldowns.AUDIO_FEATURES, Cooldown.Reason.UNSUPPORTED, Duration.ofDays(1));

    enrich(Songs.numbered(81));

    assertThat(queue.tasks()).extracting(Task::provider).containsOnly(Provider.RECCOBEATS);
    assertThat(queue.tasks()).extracting(task -> task.keys().size()).containsExactly(40, 40, 1);
  }

  @Test
  void honoursReccoBeatsOwnCooldown() {
    cooldown(Cooldowns.AUDIO_FEATURES, Cooldown.Reason.UNSUPPORTED, Duration.ofDays(1));
    cooldown(Cooldown.key(Provider.RECCOBEATS), Cooldown.Reason.THROTTLED, Duration.ofHours(2));

    SectionState<AudioFeatures> state = features(Songs.teardrop());

    assertThat(queue.tasks()).isEmpty();
    assertThat(state)
        .returns(Status.THROTTLED, SectionState::status)
        .returns(Duration.ofHours(2), SectionState::retryAfter);
  }

  @Test
  void asksForGenresManyAtATimeAndNobodyWaitsForThem() {
    SpotifyId id = new SpotifyId("3WrFJ7ztbogyGnTHbHJFl2");
    Track track =
        Track.of(null, null, "Come Together", List.of(new Artist("The Beatles", id)), null);

    Plan plan = plan(List.of(track), Set.of(Section.ARTISTS));

    assertThat(plan.artists()).hasSize(1);
    assertThat(plan.due())
        .extracting(Due::task)
        .containsExactly(
            new Task.FetchLastfmArtist("The Beatles"), new Task.FetchArtists(List.of(id)));

    cooldown(Cooldowns.ARTISTS, Cooldown.Reason.UNSUPPORTED, Duration.ofDays(1));
    assertThat(plan(List.of(track), Set.of(Section.ARTISTS)).due()).hasSize(1);
  }

  @Test
  void asksForRecommendationsUntilTheyAreRefused() {
    assertThat(recommendations().status()).isEqualTo(Status.PENDING);
    assertThat(queue.tasks()).containsExactly(new Task.FetchRecommendations(SEEDS));

    cooldown(Cooldowns.RECOMMENDATIONS, Cooldown.Reason.UNSUPPORTED, Duration.ofDays(1));
    assertThat(recommendations().status()).isEqualTo(Status.UNSUPPORTED);
    assertThat(queue.tasks()).hasSize(1);
  }

  @Test
  void showsRecommendationsThatAreStillKnownThoughTheyAreRefusedNow() {
    CacheKey<TrackList> key = CatalogueKeys.recommendations(SEEDS);
    cache.with(Entry.found(key, new TrackList(List.of(Songs.halo())), clock.instant()));
    clock.advance(Duration.ofHours(25));
    cooldown(Cooldowns.RECOMMENDATIONS, Cooldown.Reason.UNSUPPORTED, Duration.ofDays(1));

    assertThat(recommendations())
        .returns(Status.STALE, SectionState::status)
        .returns(false, SectionState::onItsWay);
  }

  private SectionState<TrackList> recommendations() {
    return new RecordLookup(cache, dispatcher)
        .find(
            CatalogueKeys.recommendations(SEEDS),
            new Task.FetchRecommendations(SEEDS),
            ERRAND,
            clock.instant());
  }

  private SectionState<AudioFeatures> features(Track track) {
    return new RecordLookup(cache, dispatcher)
        .find(
            EnrichmentKeys.audioFeatures(Objects.requireNonNull(track.id())),
            new Task.FetchReccoBeatsFeatures(List.of(Objects.requireNonNull(track.id()))),
            ERRAND,
            clock.instant());
  }

  private void enrich(List<Track> tracks) {
    new Enricher(cache, dispatcher)
        .enrich(tracks, Set.of(Section.AUDIO_FEATURES), ERRAND, clock.instant());
  }

  private Plan plan(List<Track> tracks, Set<Section> sections) {
    return TrackPlanner.plan(
        tracks,
        sections,
        new Enricher(cache, dispatcher).view(tracks, sections, clock.instant()),
        clock.instant());
  }

  private void cooldown(CacheKey<Cooldown> key, Cooldown.Reason reason, Duration length) {
    cache.with(
        Entry.until(key, new Cooldown(reason, 1), clock.instant(), clock.instant().plus(length)));
  }
}
