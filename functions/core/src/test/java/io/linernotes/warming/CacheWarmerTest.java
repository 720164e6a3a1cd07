package io.linernotes.warming;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.PlaylistAnalyzer;
import io.linernotes.analysis.PlaylistAnswer;
import io.linernotes.analysis.PlaylistRequest;
import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.QueueDepths.Depth;
import io.linernotes.task.Task;
import io.linernotes.task.TaskMessage;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.warming.WarmupTargets.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CacheWarmerTest {

  private static final Duration INTERVAL = Duration.ofMinutes(15);
  private static final double SHARE = 0.5;
  private static final Set<Section> ALL = EnumSet.allOf(Section.class);
  private static final Map<Provider, Quota> QUOTAS =
      Map.of(
          Provider.SPOTIFY, Quota.parse("60/30"),
          Provider.DEEZER, Quota.parse("50/5"),
          Provider.MUSICBRAINZ, Quota.parse("1/1"),
          Provider.LASTFM, Quota.parse("25/5"),
          Provider.RECCOBEATS, Quota.parse("20/10"));

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  private final SimulatedWorkers workers = new SimulatedWorkers(cache, queue);
  private final Map<Provider, Depth> depths = new EnumMap<>(Provider.class);

  CacheWarmerTest() {
    QUOTAS.keySet().forEach(provider -> depths.put(provider, new Depth(0, 0, 0, 0)));
  }

  @Test
  void popularPlaylistsStayFreshForAWeekWithinTheWarmersShare() {
    List<SpotifyId> popular = popular(20);
    CacheWarmer warmer = warmer(QUOTAS);
    Instant end = now().plus(Duration.ofDays(7));
    Instant warm = now().plus(Duration.ofHours(4));

    for (int run = 0; now().isBefore(end); run++) {
      warmer.warm(new WarmupTargets(popular, List.of(), false), "run-" + run, now());
      clock.advance(Duration.ofMinutes(4));
      assertWithinTheShare(workers.workOff(now()));
      clock.advance(INTERVAL.minusMinutes(4));
      if (now().isAfter(warm) && run % 8 == 0) {
        popular.forEach(this::assertFresh);
      }
    }
  }

  @Test
  void standsBackWhileABacklogOfRequestsWaits() {
    List<SpotifyId> popular = popular(2);
    CacheWarmer warmer = warmer(QUOTAS);
    warmer.warm(new WarmupTargets(popular, List.of(), false), "first", now());
    workers.workOff(now());
    depths.put(Provider.LASTFM, new Depth(3_000, 8, 0, 0));

    WarmingReport report =
        warmer.warm(new WarmupTargets(popular, List.of(), false), "second", now());

    assertThat(counts(report, Provider.LASTFM).sent()).isZero();
    assertThat(counts(report, Provider.LASTFM).leftOut()).isPositive();
    assertThat(counts(report, Provider.DEEZER).sent()).isPositive();
    assertThat(queue.drain(Provider.LASTFM)).isEmpty();
  }

  @Test
  void whatTheQueuesTellNothingAboutIsNoRoom() {
    List<SpotifyId> popular = popular(1);
    depths.clear();

    WarmingReport report =
        warmer(QUOTAS).warm(new WarmupTargets(popular, List.of(), false), "run", now());

    assertThat(counts(report, Provider.SPOTIFY)).isEqualTo(new WarmingReport.Counts(0, 0, 0, 1));
    assertThat(queue.tasks()).isEmpty();
  }

  @Test
  void theMostWantedComesFirst() {
    List<SpotifyId> popular = popular(3);
    // Quota for one playlist that is not cached, and no more.
    Map<Provider, Quota> tight = Map.of(Provider.SPOTIFY, new Quota(230, INTERVAL));

    warmer(tight).warm(new WarmupTargets(popular, List.of(), false), "run", now());

    assertThat(queue.tasks()).containsExactly(new Task.FetchPlaylist(popular.getFirst(), Set.of()));
  }

  @Test
  void onDemandAPlaylistThatWasNeverSeenComesWithItsTracks() {
    List<SpotifyId> popular = popular(1);

    warmer(QUOTAS).warm(new WarmupTargets(popular, List.of(), true), "demand", now());
    assertThat(queue.tasks()).containsExactly(new Task.FetchPlaylist(popular.getFirst(), ALL));

    workers.workOff(now());
    assertFresh(popular.getFirst());
  }

  @Test
  void saysWhatIsFreshAndWhatIsOnItsWay() {
    List<SpotifyId> popular = popular(1);
    CacheWarmer warmer = warmer(QUOTAS);
    WarmupTargets targets = new WarmupTargets(popular, List.of(), true);
    warmer.warm(targets, "first", now());

    WarmingReport again = warmer.warm(targets, "again", now());
    assertThat(counts(again, Provider.SPOTIFY)).isEqualTo(new WarmingReport.Counts(0, 0, 1, 0));

    workers.workOff(now());
    WarmingReport done = warmer.warm(targets, "done", now());
    assertThat(done.tracks()).isEqualTo(TRACKS);
    assertThat(counts(done, Provider.LASTFM).fresh()).isEqualTo(2 * TRACKS);
    assertThat(done.providers().values())
        .allSatisfy(counts -> assertThat(counts.sent() + counts.leftOut()).isZero());
  }

  @Test
  void whatItSendsRefreshesAheadInAGroupOfItsOwn() {
    warmer(QUOTAS).warm(new WarmupTargets(popular(1), List.of(), false), "run", now());

    TaskMessage message = queue.sent().getFirst().message();
    assertThat(message.group()).isEqualTo("warming");
    assertThat(message.refreshAhead()).isEqualTo(now().plus(Duration.ofMinutes(20)));
  }

  @Test
  void whatCoolsDownIsLeftOut() {
    cache.with(
        Entry.until(
            Cooldown.key(Provider.SPOTIFY),
            new Cooldown(Cooldown.Reason.THROTTLED, 1),
            now(),
            now().plus(Duration.ofHours(13))));

    WarmingReport report =
        warmer(QUOTAS).warm(new WarmupTargets(popular(1), List.of(), false), "run", now());

    assertThat(counts(report, Provider.SPOTIFY).leftOut()).isEqualTo(1);
    assertThat(queue.tasks()).isEmpty();
  }

  /** The worker cannot delay the task for so long, so it releases the lease and drops the task. */
  @Test
  void whatCoolsDownForHoursIsLeftOutThoughItIsLeased() {
    SpotifyId playlist = popular(1).getFirst();
    WarmupTargets targets = new WarmupTargets(List.of(playlist), List.of(), false);
    warmer(QUOTAS).warm(targets, "first", now());
    cache.with(
        Entry.until(
            Cooldown.key(Provider.SPOTIFY),
            new Cooldown(Cooldown.Reason.THROTTLED, 1),
            now(),
            now().plus(Duration.ofHours(13))));

    WarmingReport report = warmer(QUOTAS).warm(targets, "second", now());

    assertThat(counts(report, Provider.SPOTIFY)).isEqualTo(new WarmingReport.Counts(0, 0, 0, 1));
  }

  @Test
  void anIndivisibleQuotaIsNeverFilledForLongerThanAMinute() {
    List<Track> withoutIsrc = new ArrayList<>();
    for (Track track : Songs.numbered(200)) {
      withoutIsrc.add(Track.of(track.id(), null, track.title(), track.artists(), track.duration()));
    }

    WarmingReport report =
        warmer(QUOTAS).warm(new WarmupTargets(List.of(), withoutIsrc, false), "run", now());

    assertThat(counts(report, Provider.MUSICBRAINZ).sent()).isEqualTo(30);
    assertThat(counts(report, Provider.MUSICBRAINZ).leftOut()).isEqualTo(170);
  }

  @Test
  void aPlaylistIsRefreshedBeforeItBecomesStale() {
    SpotifyId playlist = popular(1).getFirst();
    WarmupTargets targets = new WarmupTargets(List.of(playlist), List.of(), true);
    CacheWarmer warmer = warmer(QUOTAS);
    warmer.warm(targets, "first", now());
    workers.workOff(now());
    Instant freshUntil =
        Objects.requireNonNull(cache.slot(PlaylistKeys.playlist(playlist)).entry()).freshUntil();

    clock.advance(Duration.between(now(), freshUntil).minusMinutes(21));
    assertThat(counts(warmer.warm(targets, "early", now()), Provider.SPOTIFY).sent()).isZero();
    clock.advance(Duration.ofMinutes(2));
    warmer.warm(targets, "in time", now());

    assertThat(queue.drain(Provider.SPOTIFY))
        .extracting(TaskMessage::task)
        .contains(new Task.FetchPlaylist(playlist, Set.of()));
  }

  @Test
  void aRunStopsWhenNoProviderCanTakeACallAndTheNextResumesThere() {
    List<SpotifyId> popular = popular(3);
    QUOTAS.keySet().forEach(provider -> depths.put(provider, new Depth(1_000_000, 0, 0, 0)));

    WarmingReport first =
        warmer(QUOTAS).warm(new WarmupTargets(popular, List.of(), true), "first", now());
    assertThat(first.playlists()).isEqualTo(1);
    assertThat(first.stoppedAt()).isEqualTo(new Position(popular.get(1), 0));

    QUOTAS.keySet().forEach(provider -> depths.put(provider, new Depth(0, 0, 0, 0)));
    WarmingReport second =
        warmer(QUOTAS)
            .warm(new WarmupTargets(popular, List.of(), true, first.stoppedAt()), "second", now());
    assertThat(second.stoppedAt()).isNull();
    assertThat(queue.tasks())
        .extracting(task -> ((Task.FetchPlaylist) task).playlist())
        .containsExactly(popular.get(1), popular.get(2));
  }

  @Test
  void aRunReadsABoundedNumberOfKeysAndTheNextReadsOn() {
    List<SpotifyId> popular = popular(10, 1_000);
    Map<Provider, Quota> ample = new EnumMap<>(Provider.class);
    QUOTAS.keySet().forEach(each -> ample.put(each, new Quota(10_000_000, INTERVAL)));
    warmer(ample).warm(new WarmupTargets(popular, List.of(), true), "first", now());
    workers.workOff(now());

    Position from = null;
    int tracks = 0;
    int runs = 0;
    do {
      int before = cache.keysRead();
      WarmingReport report =
          warmer(ample).warm(new WarmupTargets(popular, List.of(), true, from), "run", now());
      assertThat(cache.keysRead() - before).isLessThan(CacheWarmer.MOST_READS + LARGEST_STEP);
      tracks += report.tracks();
      from = report.stoppedAt();
      runs++;
    } while (from != null && runs < 20);

    assertThat(runs).isBetween(2, 10);
    assertThat(tracks).isGreaterThanOrEqualTo(10 * 1_000);
  }

  /** Five pages of 100 tracks, each with keys at every provider and of its artists. */
  private static final int LARGEST_STEP = 5 * 100 * 10;

  private static final int TRACKS = 15;

  /** Playlists of 15 tracks, every fifth of which has no ISRC. */
  private List<SpotifyId> popular(int count) {
    return popular(count, TRACKS);
  }

  private List<SpotifyId> popular(int count, int size) {
    List<Track> tracks = Songs.numbered(count * size);
    List<SpotifyId> playlists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SpotifyId playlist = new SpotifyId("P%021d".formatted(i));
      workers.know(
          playlist,
          tracks.subList(i * size, (i + 1) * size).stream()
              .map(CacheWarmerTest::someWithoutIsrc)
              .toList());
      playlists.add(playlist);
    }
    return playlists;
  }

  private static Track someWithoutIsrc(Track track) {
    return track.hashCode() % 5 == 0
        ? Track.of(track.id(), null, track.title(), track.artists(), track.duration())
        : track;
  }

  private CacheWarmer warmer(Map<Provider, Quota> quotas) {
    return new CacheWarmer(
        cache,
        new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues()),
        () -> Map.copyOf(depths),
        quotas,
        new WarmingSettings(SHARE, INTERVAL));
  }

  private void assertFresh(SpotifyId playlist) {
    InMemoryTaskQueue requests = new InMemoryTaskQueue();
    PlaylistAnswer answer =
        new PlaylistAnalyzer(
                cache, new Dispatcher(cache, requests, LeaseTime.ofEmptyQueues()), QUOTAS)
            .analyze(
                new PlaylistRequest(playlist, ALL, 0, 100),
                new RequestContext("test", "test"),
                now());

    assertThat(answer).isInstanceOf(PlaylistAnswer.Analyzed.class);
    Analysis analysis = ((PlaylistAnswer.Analyzed) answer).analysis();
    assertThat(requests.tasks()).as("nothing is left to ask").isEmpty();
    assertThat(analysis.onItsWay()).isFalse();
    analysis
        .progress()
        .sections()
        .values()
        .forEach(states -> assertThat(states.get(Status.STALE)).isIn(null, 0));
  }

  private static void assertWithinTheShare(Map<Provider, Integer> calls) {
    calls.forEach(
        (provider, number) -> {
          Quota quota = Objects.requireNonNull(QUOTAS.get(provider));
          assertThat((double) number)
              .as("calls of %s", provider)
              .isLessThanOrEqualTo(
                  SHARE * quota.calls() * INTERVAL.toMillis() / quota.window().toMillis());
        });
  }

  private static WarmingReport.Counts counts(WarmingReport report, Provider provider) {
    return report.providers().getOrDefault(provider, WarmingReport.Counts.NONE);
  }

  private Instant now() {
    return clock.instant();
  }
}
