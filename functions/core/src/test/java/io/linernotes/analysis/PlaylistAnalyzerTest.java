package io.linernotes.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.analysis.Analysis.Status;
import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Artist;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaylistAnalyzerTest {

  private static final SpotifyId ID = new SpotifyId("37i9dQZF1DXcBWIGoYBM5M");
  private static final RequestContext ERRAND = new RequestContext("test", "test");
  private static final int PAGE = 100;

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  private final PlaylistAnalyzer analyzer =
      new PlaylistAnalyzer(
          cache,
          new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues()),
          Map.of(Provider.DEEZER, Quota.parse("50/5")));

  @Test
  void aColdPlaylistIsAskedForOnceHoweverOftenItIsWanted() {
    assertThat(ask(Set.of(Section.DEEZER))).isInstanceOf(PlaylistAnswer.NotHereYet.class);
    assertThat(ask(Set.of(Section.DEEZER))).isInstanceOf(PlaylistAnswer.NotHereYet.class);

    assertThat(queue.tasks()).containsExactly(new Task.FetchPlaylist(ID, Set.of(Section.DEEZER)));
  }

  @Test
  void aWarmAnswerTakesTwoRoundTripsAndSendsNothing() {
    List<Track> tracks = cached(PAGE, "v1", "v1");
    tracks.forEach(this::answered);
    int before = cache.roundTrips();

    Analysis analysis = analysis(ask(Set.of(Section.DEEZER)));

    assertThat(cache.roundTrips() - before).isEqualTo(2);
    assertThat(queue.tasks()).isEmpty();
    assertThat(analysis.status()).isEqualTo(Status.COMPLETE);
    assertThat(analysis.progress().percent()).isEqualTo(100);
  }

  @Test
  void onlyWhatIsMissingIsAskedFor() {
    List<Track> tracks = cached(PAGE, "v1", "v1");
    tracks.subList(0, 90).forEach(this::answered);

    Analysis analysis = analysis(ask(Set.of(Section.DEEZER)));

    assertThat(queue.tasks()).hasSize(10);
    assertThat(analysis.status()).isEqualTo(Status.PARTIAL);
    assertThat(analysis.onItsWay()).isTrue();
    assertThat(analysis.progress().resolved()).isEqualTo(90);
  }

  @Test
  void tenThousandTracksCostOneRequestNoMoreThanTheirPages() {
    cached(10_000, "v1", "v1");
    int before = cache.roundTrips();

    Analysis analysis = analysis(ask(Set.of(Section.DEEZER)));

    assertThat(cache.roundTrips() - before).as("three reads and the claims").isEqualTo(4);
    assertThat(queue.tasks().stream().filter(Task.FetchDeezerTrack.class::isInstance))
        .as("the page that is shown, at once")
        .hasSize(PAGE);
    assertThat(queue.tasks().stream().filter(Task.FetchPlaylistPage.class::isInstance))
        .as("one task for each other page")
        .hasSize(99);
    assertThat(analysis.tracks()).hasSize(PAGE);
    assertThat(analysis.progress().total()).isEqualTo(10_000);
  }

  @Test
  void aBacklogThatIsPolledAllAlongIsNotMultiplied() {
    cached(10_000, "v1", "v1");
    ask(Set.of(Section.DEEZER));
    int sent = queue.tasks().size();

    for (int poll = 0; poll < 20; poll++) {
      clock.advance(Duration.ofMinutes(2));
      ask(Set.of(Section.DEEZER));
    }

    assertThat(queue.tasks()).hasSize(sent);
  }

  @Test
  void aTaskThatWasLostIsAskedForAgainOnceItsLeaseEnds() {
    cached(PAGE, "v1", "v1");
    ask(Set.of(Section.DEEZER));
    queue.drain(Provider.DEEZER);
    clock.advance(Duration.ofHours(1));

    ask(Set.of(Section.DEEZER));

    assertThat(queue.drain(Provider.DEEZER)).hasSize(PAGE);
  }

  @Test
  void aPageOfAnotherVersionIsServedWhileTheNewOneIsOnItsWay() {
    cached(PAGE, "v2", "v1").forEach(this::answered);

    Analysis analysis = analysis(ask(Set.of(Section.DEEZER)));

    assertThat(analysis.tracks()).hasSize(PAGE);
    assertThat(analysis.onItsWay()).isTrue();
    assertThat(queue.tasks())
        .containsExactly(new Task.FetchPlaylistPage(ID, 0, PAGE, "v2", Set.of(Section.DEEZER)));
  }

  @Test
  void aPageOfUnknownVersionIsFetchedAgain() {
    cached(PAGE, "v2", null).forEach(this::answered);

    ask(Set.of(Section.DEEZER));

    assertThat(queue.tasks())
        .containsExactly(new Task.FetchPlaylistPage(ID, 0, PAGE, "v2", Set.of(Section.DEEZER)));
  }

  @Test
  void aLeasedPlaylistIsOnItsWayDuringAShortOutage() {
    ask(Set.of(Section.DEEZER));
    spotifyIs(Cooldown.Reason.UNAVAILABLE, Duration.ofMinutes(1));

    assertThat(ask(Set.of(Section.DEEZER))).isEqualTo(new PlaylistAnswer.NotHereYet(null));
  }

  @Test
  void aLongCooldownIsToldThoughThePlaylistIsLeased() {
    ask(Set.of(Section.DEEZER));
    spotifyIs(Cooldown.Reason.THROTTLED, Duration.ofHours(13));

    assertThat(ask(Set.of(Section.DEEZER)))
        .isEqualTo(new PlaylistAnswer.NotHereYet(Duration.ofHours(13)));
  }

  /** Both routes of a playlist answer alike. */
  @Test
  void aStaleMissSaysNothingWhileSpotifyIsClosed() {
    cache.with(Entry.missing(PlaylistKeys.playlist(ID), clock.instant()));
    clock.advance(Duration.ofHours(1));
    spotifyIs(Cooldown.Reason.THROTTLED, Duration.ofHours(13));

    assertThat(ask(Set.of(Section.DEEZER)))
        .isEqualTo(new PlaylistAnswer.NotHereYet(Duration.ofHours(13)));
    assertThat(analyzer.find(ID, null, ERRAND, clock.instant()).status())
        .isEqualTo(SectionState.Status.THROTTLED);
  }

  private void spotifyIs(Cooldown.Reason reason, Duration length) {
    CacheKey<Cooldown> key = Cooldown.key(Provider.SPOTIFY);
    cache.with(
        Entry.until(key, new Cooldown(reason, 1), clock.instant(), clock.instant().plus(length)));
  }

  @Test
  void aPageThatSpotifyDoesNotHaveIsNotAskedForAtEveryRequest() {
    cached(PAGE, "v1", "v1").forEach(this::answered);
    cache.with(
        Entry.found(PlaylistKeys.playlist(ID), playlist(2 * PAGE, "v1"), clock.instant()),
        Entry.missing(PlaylistKeys.page(ID, PAGE), clock.instant()));

    Analysis analysis = analysis(ask(Set.of(Section.DEEZER)));

    assertThat(queue.tasks()).isEmpty();
    assertThat(analysis.onItsWay()).isFalse();
    assertThat(analysis.status()).as("it does not claim to be whole").isEqualTo(Status.PARTIAL);
  }

  @Test
  void aStalePlaylistIsServedWhileItIsRefreshed() {
    cached(PAGE, "v1", "v1").forEach(this::answered);
    clock.advance(Duration.ofHours(25));

    Analysis analysis = analysis(ask(Set.of(Section.DEEZER)));

    assertThat(analysis.progress().percent()).isEqualTo(100);
    assertThat(analysis.status()).isEqualTo(Status.PARTIAL);
    assertThat(queue.tasks()).containsExactly(new Task.FetchPlaylist(ID, Set.of(Section.DEEZER)));
  }

  @Test
  void aProviderThatIsClosedForHoursIsToldAndNotAsked() {
    cached(PAGE, "v1", "v1");
    CacheKey<Cooldown> key = Cooldown.key(Provider.DEEZER);
    cache.with(
        Entry.until(
            key,
            new Cooldown(Cooldown.Reason.THROTTLED, 1),
            clock.instant(),
            clock.instant().plusSeconds(48_925)));

    Analysis analysis = analysis(ask(Set.of(Section.DEEZER)));

    assertThat(queue.tasks()).isEmpty();
    assertThat(analysis.onItsWay()).isFalse();
    assertThat(analysis.status()).isEqualTo(Status.PARTIAL);
    assertThat(analysis.refusedFor()).isEqualTo(Duration.ofSeconds(48_925));
  }

  @Test
  void aDefinitiveNoIsUnknown() {
    cache.with(Entry.missing(PlaylistKeys.playlist(ID), clock.instant()));

    assertThat(ask(EnumSet.allOf(Section.class))).isInstanceOf(PlaylistAnswer.Unknown.class);
    assertThat(queue.tasks()).isEmpty();
  }

  @Test
  void whatIsNoTrackKeepsItsPlaceAndCountsForNothing() {
    Track track = Songs.comeTogether();
    cache.with(
        Entry.found(PlaylistKeys.playlist(ID), playlist(4, "v1"), clock.instant()),
        Entry.found(
            PlaylistKeys.page(ID, 0),
            new PlaylistPage(
                0,
                "v1",
                List.of(
                    new PlaylistEntry.Unavailable(),
                    new PlaylistEntry.Local("Demo", List.of(), null),
                    new PlaylistEntry.OfTrack(track),
                    new PlaylistEntry.Episode(null, "News", null))),
            clock.instant()));

    Analysis analysis = analysis(ask(Set.of(Section.DEEZER)));

    assertThat(analysis.tracks()).extracting(Analysis.Place::position).containsExactly(0, 1, 2, 3);
    assertThat(analysis.progress().total()).isEqualTo(1);
  }

  @Test
  void anAnswerWithUnknownPlacesIsNotCompleteAndTellsWhenTheyAreFetchedAgain() {
    Track track = Songs.comeTogether();
    answered(track);
    cache.with(
        Entry.found(PlaylistKeys.playlist(ID), playlist(2, "v1"), clock.instant()),
        Entry.found(
            PlaylistKeys.page(ID, 0),
            new PlaylistPage(
                0, "v1", List.of(new PlaylistEntry.OfTrack(track), new PlaylistEntry.Unknown())),
            clock.instant(),
            Duration.ofMinutes(5)));

    Analysis analysis = analysis(ask(Set.of(Section.DEEZER)));

    assertThat(analysis.status()).isEqualTo(Status.PARTIAL);
    assertThat(analysis.progress().percent()).isEqualTo(50);
    assertThat(analysis.refusedFor()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    assertThat(queue.tasks()).isEmpty();

    clock.advance(Duration.ofMinutes(6));

    assertThat(analysis(ask(Set.of(Section.DEEZER))).onItsWay()).isTrue();
    assertThat(queue.tasks()).hasOnlyElementsOfType(Task.FetchPlaylistPage.class).hasSize(1);
  }

  @Test
  void anArtistIsToldUnderEverySpellingAndCountedOnce() {
    LastfmArtist deadmau5 =
        new LastfmArtist("deadmau5", null, List.of(), 1L, 1L, null, null, List.of(), Map.of());
    cache.with(
        Entry.found(PlaylistKeys.playlist(ID), playlist(2, "v1"), clock.instant()),
        Entry.found(
            PlaylistKeys.page(ID, 0),
            new PlaylistPage(0, "v1", List.of(by("deadmau5", 1), by("DEADMAU5", 2))),
            clock.instant()),
        Entry.found(EnrichmentKeys.artist("deadmau5"), deadmau5, clock.instant()));

    Analysis analysis =
        analysis(
            analyzer.analyze(
                new PlaylistRequest(ID, Set.of(Section.ARTISTS), 1, PAGE),
                ERRAND,
                clock.instant()));

    assertThat(analysis.artists()).containsOnlyKeys("DEADMAU5");
    assertThat(requireNonNull(analysis.artists().get("DEADMAU5")).data()).isEqualTo(deadmau5);
    assertThat(analysis.aggregates().artistsEnriched()).isEqualTo(1);
    assertThat(analysis.progress().total()).isEqualTo(1);
  }

  private static PlaylistEntry by(String artist, int number) {
    return new PlaylistEntry.OfTrack(
        Track.of(
            new SpotifyId("%022d".formatted(number)),
            null,
            "Track " + number,
            List.of(Artist.named(artist)),
            null));
  }

  private PlaylistAnswer ask(Set<Section> sections) {
    return analyzer.analyze(new PlaylistRequest(ID, sections, 0, PAGE), ERRAND, clock.instant());
  }

  private static Analysis analysis(PlaylistAnswer answer) {
    return ((PlaylistAnswer.Analyzed) answer).analysis();
  }

  private List<Track> cached(int count, String snapshot, @Nullable String pageSnapshot) {
    List<Track> tracks = Songs.numbered(count);
    cache.with(Entry.found(PlaylistKeys.playlist(ID), playlist(count, snapshot), clock.instant()));
    for (int offset = 0; offset < count; offset += PAGE) {
      List<PlaylistEntry> entries =
          tracks.subList(offset, Math.min(offset + PAGE, count)).stream()
              .map(PlaylistEntry.OfTrack::new)
              .collect(Collectors.toUnmodifiableList());
      cache.with(
          Entry.found(
              PlaylistKeys.page(ID, offset),
              new PlaylistPage(offset, pageSnapshot, entries),
              clock.instant()));
    }
    return tracks;
  }

  private static Playlist playlist(int count, String snapshot) {
    return new Playlist(
        ID, "Test", null, "me", snapshot, count, Math.min(count, PAGE), PAGE, false);
  }

  private void answered(Track track) {
    cache.with(
        Entry.found(
            EnrichmentKeys.deezer(track),
            new DeezerTrack(1L, null, null, null, null, 120.0, -9.0, 10, null, "deezer", null),
            clock.instant()));
  }
}
