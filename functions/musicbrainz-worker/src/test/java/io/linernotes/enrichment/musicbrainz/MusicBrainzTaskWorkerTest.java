package io.linernotes.enrichment.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.enrichment.Outcome;
import io.linernotes.enrichment.Section;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.task.Task;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.worker.TaskResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MusicBrainzTaskWorkerTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Track TEARDROP = Songs.teardrop();
  private static final Isrc ISRC = new Isrc("GBAAA9800322");

  private final ScriptedHttp http = new ScriptedHttp();
  private final MusicBrainzTaskWorker worker =
      new MusicBrainzTaskWorker(new MusicBrainzClient(http, URI.create("https://mb.test/ws/2")));

  @AfterEach
  void everyReplyWasWanted() {
    assertThat(http.unused()).isZero();
  }

  @Test
  void anIsrcIsStoredAndHandedOnToDeezer() {
    http.replying(200, Bodies.page(teardrop()));

    TaskResult result = ask(TEARDROP).getFirst();

    assertThat(result.entries())
        .containsExactly(
            Entry.found(key(TEARDROP), new IsrcLookup(List.of(ISRC), "m-teardrop"), NOW));
    assertThat(result.next()).containsExactly(deezer(TEARDROP, ISRC));
    assertThat(http.urls()).hasSize(1);
  }

  @Test
  void aMissIsStoredAndHandedOnToo() {
    http.replying(200, Bodies.NO_HITS).replying(404, Bodies.error("Not Found"));

    TaskResult result = ask(TEARDROP).getFirst();

    assertThat(result.entries()).containsExactly(Entry.missing(key(TEARDROP), NOW));
    assertThat(result.next()).containsExactly(deezer(TEARDROP));
    assertThat(ask(TEARDROP).getFirst()).isEqualTo(result);
  }

  @Test
  void fiveTracksShareACall() {
    List<Track> tracks = unknown(12);

    List<List<Task.ForMusicBrainz>> groups = worker.grouped(tasks(tracks));

    assertThat(groups).extracting(List::size).containsExactly(5, 5, 2);
    assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(tasks(tracks));

    http.replying(
        200,
        Bodies.page(
            Bodies.hit("m-1", "Track 1", "Artist 1", 181_000, "GBAAA9800001"),
            Bodies.hit("m-3", "Track 3", "Artist 3", 183_000, "GBAAA9800003")));
    List<TaskResult> results = worker.ask(groups.getFirst(), CacheView.empty(), NOW);

    assertThat(results).extracting(TaskResult::task).containsExactlyElementsOf(groups.getFirst());
    assertThat(results)
        .extracting(result -> result.entries().getFirst().isMiss())
        .containsExactly(true, false, true, false, true);
    assertThat(http.urls()).hasSize(1);
  }

  @Test
  void tracksOfOneRecordingShareAClauseAndAnEntry() {
    Track twin =
        Track.of(
            new SpotifyId("0000000000000000000099"),
            null,
            "TEARDROP",
            List.of(Artist.named("massive attack")),
            Duration.ofMillis(331_200));
    http.replying(200, Bodies.NO_HITS);

    List<List<Task.ForMusicBrainz>> groups = worker.grouped(tasks(List.of(TEARDROP, twin)));
    List<TaskResult> results = worker.ask(groups.getFirst(), CacheView.empty(), NOW);

    assertThat(groups).hasSize(1);
    assertThat(http.calls().getFirst().uri().getQuery()).doesNotContain(" OR ");
    assertThat(results).flatExtracting(TaskResult::entries).hasSize(1);
    assertThat(results)
        .flatExtracting(TaskResult::next)
        .containsExactly(deezer(TEARDROP), deezer(twin));
  }

  @Test
  void longNamesTakeMoreCalls() {
    List<Track> tracks =
        IntStream.range(0, 5)
            .mapToObj(
                n -> named("花束".repeat(60) + n, "宇多田ヒカル".repeat(20), Duration.ofSeconds(200 + n)))
            .toList();

    assertThat(worker.grouped(tasks(tracks))).extracting(List::size).containsExactly(2, 2, 1);
  }

  @Test
  void aRefusedQueryIsAskedAgainTrackByTrack() {
    http.replying(400, Bodies.error("Bad query"))
        .replying(400, Bodies.error("Bad query"))
        .replying(200, Bodies.page(teardrop()));

    List<TaskResult> results = ask(Songs.hanataba(), TEARDROP);

    assertThat(results.get(0).failure())
        .isEqualTo(new Outcome.Unavailable<>("MusicBrainz refused the query", null));
    assertThat(results.get(0).entries()).isEmpty();
    assertThat(results.get(0).next()).isEmpty();
    assertThat(results.get(1).next()).containsExactly(deezer(TEARDROP, ISRC));
    assertThat(http.urls()).hasSize(3);
  }

  @Test
  void aTrackRefusedAloneIsNotAskedAgain() {
    http.replying(400, Bodies.error("Bad query"));

    assertThat(ask(TEARDROP).getFirst().failure()).isInstanceOf(Outcome.Unavailable.class);
    assertThat(http.urls()).hasSize(1);
  }

  @Test
  void onAPageThatIsFullTheTracksWithoutAHitAreAskedAlone() {
    http.replying(200, Bodies.page(249, teardrop()))
        .replying(
            200, Bodies.page(Bodies.hit("m-x", "花束を君に", "Somebody", 276_000, "JPAAA9800001")));

    List<TaskResult> results = ask(TEARDROP, Songs.hanataba());

    assertThat(results.get(0).next()).containsExactly(deezer(TEARDROP, ISRC));
    assertThat(results.get(1).entries()).allMatch(Entry::isMiss);
    assertThat(http.urls()).hasSize(2);
    assertThat(http.calls().getLast().uri().getQuery()).contains("花束").doesNotContain("Teardrop");
  }

  @Test
  void hitsThatAreCountedButNotListedOrCannotBeReadAreNoMiss() {
    http.replying(200, Bodies.page(3, Bodies.hit("m-x", "Tear", "Somebody", 330_800)))
        .replying(
            200, Bodies.page(Bodies.hit("m-x", "", "Massive Attack", 330_800, "GBAAA9800322")))
        .replying(200, Bodies.page(Bodies.hit("m-x", "Teardrop", "", "\"length\":1")));

    for (int i = 0; i < 3; i++) {
      TaskResult result = ask(TEARDROP).getFirst();

      assertThat(result.failure()).isInstanceOf(Outcome.Unavailable.class);
      assertThat(result.entries()).isEmpty();
    }
  }

  @Test
  void aTrackIsFoundOnAPageThatLacksOtherHits() {
    http.replying(200, Bodies.page(3, teardrop(), "{}"));

    assertThat(ask(TEARDROP).getFirst().next()).containsExactly(deezer(TEARDROP, ISRC));
  }

  @Test
  void aFullPageOfOthersIsAMiss() {
    String other = Bodies.hit("m-x", "Teardrop", "Somebody", 330_800, "GBAAA9800009");
    http.replying(200, Bodies.page(400, Collections.nCopies(100, other).toArray(String[]::new)));

    assertThat(ask(TEARDROP).getFirst().entries()).allMatch(Entry::isMiss);
  }

  @Test
  void onACompletePageNobodyIsAskedAgain() {
    http.replying(200, Bodies.page(teardrop()));

    assertThat(ask(TEARDROP, Songs.hanataba())).hasSize(2);
    assertThat(http.urls()).hasSize(1);
  }

  @Test
  void throttlingEndsTheAskingAlone() {
    http.replying(400, Bodies.error("Bad query"))
        .replying(503, Bodies.TOO_FAST, Map.of("Retry-After", "5"));

    List<TaskResult> results = ask(unknown(4).toArray(Track[]::new));

    assertThat(results)
        .extracting(TaskResult::failure)
        .containsOnly(new Outcome.Throttled<>(Duration.ofSeconds(5)));
    assertThat(http.urls()).hasSize(2);
  }

  @Test
  void aFailureIsEveryTracksAndNobodysMiss() {
    http.replying(503, Bodies.BUSY);

    List<TaskResult> results = ask(TEARDROP, Songs.hanataba());

    assertThat(results)
        .allSatisfy(
            result -> {
              assertThat(result.failure()).isInstanceOf(Outcome.Unavailable.class);
              assertThat(result.entries()).isEmpty();
              assertThat(result.next()).isEmpty();
            });
  }

  @Test
  void whatDeezerHasAnsweredIsDone() {
    DeezerTrack known =
        new DeezerTrack(1L, ISRC, null, null, null, null, null, null, null, null, null);
    CacheView view = knowing(Entry.found(EnrichmentKeys.deezer(TEARDROP), known, NOW));

    assertThat(worker.answered(task(TEARDROP), view, NOW))
        .contains(TaskResult.done(task(TEARDROP)));
  }

  @Test
  void aKnownIsrcNeedsNoCall() {
    IsrcLookup lookup = new IsrcLookup(List.of(ISRC), null);

    assertThat(worker.alsoReads(task(TEARDROP))).containsExactly(key(TEARDROP));
    assertThat(answered(Entry.found(key(TEARDROP), lookup, NOW)))
        .containsExactly(deezer(TEARDROP, ISRC));
    assertThat(answered(Entry.missing(key(TEARDROP), NOW))).containsExactly(deezer(TEARDROP));
    assertThat(worker.answered(task(TEARDROP), CacheView.empty(), NOW)).isEmpty();
  }

  @Test
  void aTrackWithoutNamesNeedsNoCallEither() {
    Track blank = named("Title", " ", Duration.ofSeconds(200));

    assertThat(worker.answered(task(blank), CacheView.empty(), NOW))
        .map(TaskResult::next)
        .contains(List.of(deezer(blank)));
    assertThat(worker.alsoReads(task(blank))).isEmpty();
  }

  @Test
  void deezersTaskKnowsWhatTheTrackLacksOnceItsIsrcIsKnown() {
    http.replying(200, Bodies.page(teardrop()));
    Set<Section> lacking = Set.of(Section.AUDIO_FEATURES);

    TaskResult result =
        worker
            .ask(List.of(new Task.FindIsrc(TEARDROP, lacking)), CacheView.empty(), NOW)
            .getFirst();

    assertThat(result.next())
        .containsExactly(
            new TaskResult.Continue(new Task.FetchDeezerTrack(TEARDROP, List.of(ISRC), lacking)));
  }

  private List<TaskResult.Next> answered(Entry<IsrcLookup> entry) {
    TaskResult result = worker.answered(task(TEARDROP), knowing(entry), NOW).orElseThrow();
    assertThat(result.entries()).isEmpty();
    return result.next();
  }

  private List<TaskResult> ask(Track... tracks) {
    return worker.ask(tasks(List.of(tracks)), CacheView.empty(), NOW);
  }

  private static TaskResult.Next deezer(Track track, Isrc... isrcs) {
    return new TaskResult.Continue(new Task.FetchDeezerTrack(track, List.of(isrcs), Set.of()));
  }

  private static String teardrop() {
    return Bodies.hit("m-teardrop", "Teardrop", "Massive Attack", 330_800, ISRC.value());
  }

  private static List<Track> unknown(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> named("Track " + n, "Artist " + n, Duration.ofSeconds(180 + n)))
        .toList();
  }

  private static Track named(String title, String artist, Duration duration) {
    return Track.of(null, null, title, List.of(Artist.named(artist)), duration);
  }

  private static List<Task.ForMusicBrainz> tasks(List<Track> tracks) {
    return tracks.stream().map(MusicBrainzTaskWorkerTest::task).toList();
  }

  private static Task.ForMusicBrainz task(Track track) {
    return new Task.FindIsrc(track);
  }

  private static CacheKey<IsrcLookup> key(Track track) {
    return EnrichmentKeys.isrc(track).orElseThrow();
  }

  private static <T> CacheView knowing(Entry<T> entry) {
    return CacheView.of(List.of(new Slot<>(entry.key(), entry, null)));
  }
}
