package io.linernotes.enrichment.deezer;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.enrichment.DeezerSearch;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Match;
import io.linernotes.enrichment.Outcome;
import io.linernotes.enrichment.Section;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.task.Task;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Songs;
import io.linernotes.track.Track;
import io.linernotes.worker.TaskResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeezerTaskWorkerTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Track COME_TOGETHER = Songs.comeTogether();
  private static final Track TEARDROP = Songs.teardrop();
  private static final Isrc FIRST = new Isrc("GBAAA9800322");
  private static final Isrc SECOND = new Isrc("GBAAA9800323");
  private static final Isrc THIRD = new Isrc("GBAAA9800324");

  private final ScriptedHttp http = new ScriptedHttp();
  private final DeezerTaskWorker worker =
      new DeezerTaskWorker(new DeezerClient(http, URI.create("https://deezer.test")));

  @AfterEach
  void everyReplyWasWanted() {
    assertThat(http.unused()).isZero();
  }

  @Test
  void aTrackThatDeezerKnowsByItsIsrcCostsOneCall() {
    http.replying(200, Bodies.comeTogether());

    TaskResult result = ask(COME_TOGETHER);

    assertThat(found(result).source()).isEqualTo("deezer");
    assertThat(found(result).match())
        .isEqualTo(
            new Match(
                Match.By.ISRC,
                1.0,
                "Come Together (Remastered 2009)",
                List.of("The Beatles"),
                new Isrc("GBAYE0601690"),
                Duration.ofSeconds(258)));
    assertThat(found(result).bpm()).isEqualTo(165.1);
    assertThat(result.next()).isEmpty();
    assertThat(http.urls()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"262, 1.0", "0, 0.95"})
  void namesAndDurationBearOutAnIsrc(int seconds, double confidence) {
    http.replying(200, Bodies.track(1, "GBAYE0601690", "Come Together", "Beatles", seconds));

    assertMatch(ask(COME_TOGETHER), Match.By.ISRC, confidence);
  }

  @Test
  void theSearchForAnIsrcTakesTheNearestDuration() {
    http.replying(200, Bodies.NO_DATA)
        .replying(
            200,
            Bodies.hits(
                Bodies.hit(1, "Come Together (Radio Edit)", "The Beatles", 214),
                Bodies.hit(2, "Come Together", "The Beatles", 259),
                Bodies.hit(3, "Come Together", "The Beatles", 262)))
        .replying(200, Bodies.track(2, "GBAYE0601690", "Come Together", "The Beatles", 259));

    TaskResult result = ask(COME_TOGETHER);

    assertThat(found(result).deezerId()).isEqualTo(2);
    assertThat(found(result).source()).isEqualTo("deezer");
    assertMatch(result, Match.By.ISRC_SEARCH, 0.95);
    assertThat(entry(result, searchKey()).value())
        .isEqualTo(new DeezerSearch(2, Duration.ofSeconds(259)));
    assertThat(http.urls()).hasSize(3).last().isEqualTo("https://deezer.test/track/2");
  }

  @Test
  void aSearchHitOfAnotherDurationIsNotEvenLookedAt() {
    http.replying(200, Bodies.NO_DATA)
        .replying(200, Bodies.hits(Bodies.hit(1, "Come Together", "The Beatles", 214)))
        .replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.NO_HITS);

    TaskResult result = ask(COME_TOGETHER);

    assertThat(entry(result, EnrichmentKeys.deezer(COME_TOGETHER)).isMiss()).isTrue();
    assertThat(entry(result, searchKey()).isMiss()).isFalse();
    assertThat(http.urls()).hasSize(4).noneMatch(url -> url.endsWith("/track/1"));
  }

  @Test
  void aSearchHitThatTurnsOutToHaveAnotherIsrcIsNotTaken() {
    http.replying(200, Bodies.NO_DATA)
        .replying(200, Bodies.hits(Bodies.hit(1, "Come Together", "The Beatles", 259)))
        .replying(200, Bodies.track(1, "USXXX0000001", "Come Together", "The Beatles", 259))
        .replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.NO_HITS);

    assertThat(entry(ask(COME_TOGETHER), EnrichmentKeys.deezer(COME_TOGETHER)).isMiss()).isTrue();
  }

  @Test
  void aSearchThatIsStillFreshIsNotMadeAgain() {
    http.replying(200, Bodies.NO_DATA)
        .replying(200, Bodies.track(2, "GBAYE0601690", "Come Together", "The Beatles", 259));
    DeezerSearch earlier = new DeezerSearch(2, Duration.ofSeconds(259));

    TaskResult result = ask(COME_TOGETHER, knowing(Entry.found(searchKey(), earlier, NOW)));

    assertThat(match(result).by()).isEqualTo(Match.By.ISRC_SEARCH);
    assertThat(result.entries()).hasSize(1);
    assertThat(http.urls()).noneMatch(url -> url.contains("search"));
    assertThat(worker.alsoReads(task(COME_TOGETHER))).containsExactly(searchKey());
  }

  @Test
  void aSearchThatFoundNothingIsNotMadeAgainEither() {
    http.replying(200, Bodies.NO_DATA).replying(200, Bodies.NO_HITS).replying(200, Bodies.NO_HITS);

    TaskResult result = ask(COME_TOGETHER, knowing(Entry.missing(searchKey(), NOW)));

    assertThat(result.entries()).hasSize(1);
    assertThat(http.urls()).noneMatch(url -> url.contains("isrc%3A"));
  }

  @Test
  void whatEveryLinkMissesIsAMiss() {
    http.replying(200, Bodies.NO_DATA)
        .replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.NO_HITS);

    TaskResult result = ask(COME_TOGETHER);

    assertThat(result.failure()).isNull();
    assertThat(result.entries()).allMatch(Entry::isMiss);
    assertThat(result.entries())
        .extracting(entry -> entry.key().value())
        .containsExactlyInAnyOrder("bpm:2EqlS6tkEnglzr7tkKAAYD", searchKey().value());
    assertThat(entry(result, EnrichmentKeys.deezer(COME_TOGETHER)).tried())
        .containsExactly(
            "isrc: GBAYE0601690",
            "search by isrc: GBAYE0601690",
            "fields: The Beatles, Come Together",
            "words: The Beatles Come Together");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aFailureAnywhereInTheChainIsNeverAMiss(int link) {
    List<String> misses = List.of(Bodies.NO_DATA, Bodies.NO_HITS, Bodies.NO_HITS, Bodies.NO_HITS);
    misses.subList(0, link).forEach(miss -> http.replying(200, miss));
    http.replying(200, Bodies.QUOTA);

    TaskResult result = ask(COME_TOGETHER);

    assertThat(result.failure()).isEqualTo(new Outcome.Throttled<>(null));
    assertThat(result.entries())
        .noneMatch(entry -> entry.key().kind().name().equals("deezer_track"));
    assertThat(result.entries()).hasSize(link >= 2 ? 1 : 0);
    assertThat(http.urls()).hasSize(link + 1);
  }

  @Test
  void anIsrcFromMusicBrainzCostsOneCallToo() {
    http.replying(200, Bodies.track(9, FIRST.value(), "Teardrop", "Massive Attack", 330));

    TaskResult result = ask(told(TEARDROP, FIRST, SECOND));

    assertThat(found(result).source()).isEqualTo("deezer-via-musicbrainz");
    assertMatch(result, Match.By.MUSICBRAINZ_ISRC, 0.9);
    assertThat(http.urls()).containsExactly("https://deezer.test/track/isrc:GBAAA9800322");
  }

  @Test
  void onlyTheLikeliestIsrcsAreTriedAndOnlyTheRightDurationCounts() {
    http.replying(200, Bodies.track(9, FIRST.value(), "Teardrop", "Massive Attack", 300))
        .replying(200, Bodies.NO_DATA)
        .replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.NO_HITS);

    TaskResult result = ask(told(TEARDROP, FIRST, SECOND, THIRD));

    assertThat(entry(result, EnrichmentKeys.deezer(TEARDROP)).isMiss()).isTrue();
    assertThat(http.urls()).hasSize(5).noneMatch(url -> url.contains(THIRD.value()));
  }

  @Test
  void aSearchByNamesTakesTheHitThatFitsInNamesAndDuration() {
    http.replying(
            200,
            Bodies.hits(
                Bodies.hit(1, "Teardrop (Live)", "Massive Attack", 331),
                Bodies.hit(2, "Teardrop", "Karaoke Stars", 331),
                Bodies.hit(3, "Teardrop (Radio Edit)", "Massive Attack", 330),
                Bodies.hit(4, "Teardrop", "Massive Attack", 290),
                Bodies.hit(5, "TEARDROP (feat. Liz Fraser)", "Massive Attack", 333)))
        .replying(200, Bodies.track(5, "GBAAA9800322", "Teardrop", "Massive Attack", 333));

    TaskResult result = ask(TEARDROP);

    assertThat(found(result).deezerId()).isEqualTo(5);
    assertThat(found(result).source()).isEqualTo("deezer-search");
    assertMatch(result, Match.By.ARTIST_TITLE, 0.85);
    assertThat(http.urls()).hasSize(2);
  }

  @Test
  void similarNamesAreLessSure() {
    http.replying(200, Bodies.hits(Bodies.hit(3, "Teardrop (Radio Edit)", "Massive Attack", 330)))
        .replying(200, Bodies.track(3, "GBAAA9800322", "Teardrop", "Massive Attack", 330));

    assertThat(match(ask(TEARDROP)).confidence()).isEqualTo(0.7);
  }

  @Test
  void withoutADurationOnlyTheSameNamesWillDo() {
    Track timeless = Track.of(null, null, "Teardrop", TEARDROP.artists(), null);
    http.replying(
            200,
            Bodies.hits(
                Bodies.hit(3, "Teardrop (Radio Edit)", "Massive Attack", 200),
                Bodies.hit(4, "Teardrop", "Massive Attack", 330)))
        .replying(200, Bodies.track(4, "GBAAA9800322", "Teardrop", "Massive Attack", 330))
        .replying(200, Bodies.hits(Bodies.hit(3, "Teardrop (Radio Edit)", "Massive Attack", 200)))
        .replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.NO_HITS);

    assertMatch(ask(timeless), Match.By.ARTIST_TITLE, 0.5);
    assertThat(entry(ask(timeless), EnrichmentKeys.deezer(timeless)).isMiss()).isTrue();
  }

  @Test
  void aTrackThatCameWithNamesOnlyIsEnrichedOnceItsIsrcMayBeKnown() {
    http.replying(200, Bodies.hits(Bodies.hit(7, "花束を君に", "宇多田ヒカル", 276)))
        .replying(200, Bodies.track(7, "JPB601600001", "花束を君に", "宇多田ヒカル", 276));
    Track track = Songs.hanataba();
    Task.ForDeezer task =
        new Task.FetchDeezerTrack(track, List.of(), Set.of(Section.AUDIO_FEATURES));

    TaskResult result = worker.ask(List.of(task), CacheView.empty(), NOW).getFirst();

    assertThat(result.next())
        .containsExactly(new TaskResult.Enrich(List.of(track), Set.of(Section.AUDIO_FEATURES)));
  }

  @Test
  void aTrackThatCameWithAnIsrcOnlyIsEnrichedOnceItHasNames() {
    http.replying(200, Bodies.track(8, "USSM10804556", "Halo", "Beyoncé", 261));
    Track halo = Songs.halo();

    TaskResult result =
        ask(new Task.FetchDeezerTrack(halo, List.of(), Set.of(Section.LASTFM)), CacheView.empty());

    Track named =
        Track.of(
            null, halo.isrc(), "Halo", List.of(Artist.named("Beyoncé")), Duration.ofSeconds(261));
    assertThat(result.next())
        .containsExactly(new TaskResult.Enrich(List.of(named), Set.of(Section.LASTFM)));
    assertThat(match(result).confidence()).isEqualTo(0.95);
  }

  @Test
  void aSecondDeliveryStillSeesToTheSectionsThatWait() {
    Task.FetchDeezerTrack task =
        new Task.FetchDeezerTrack(Songs.halo(), List.of(), Set.of(Section.LASTFM));
    http.replying(200, Bodies.track(8, "USSM10804556", "Halo", "Beyoncé", 261));
    TaskResult first = ask(task, CacheView.empty());

    TaskResult second =
        worker.answered(task, knowing(first.entries().getFirst()), NOW).orElseThrow();

    assertThat(second.next()).isEqualTo(first.next());
    assertThat(second.entries()).isEmpty();
    assertThat(worker.answered(task, CacheView.empty(), NOW)).isEmpty();
  }

  @Test
  void aMissOfATrackWithoutNamesLeadsNowhere() {
    http.replying(200, Bodies.NO_DATA).replying(200, Bodies.NO_HITS);

    TaskResult result =
        ask(
            new Task.FetchDeezerTrack(Songs.halo(), List.of(), Set.of(Section.LASTFM)),
            CacheView.empty());

    assertThat(result.next()).isEmpty();
    assertThat(result.entries()).hasSize(2).allMatch(Entry::isMiss);
  }

  @Test
  void nothingToAskByIsNotDeezersMiss() {
    TaskResult result = ask(Songs.aroundTheWorld());

    assertThat(result.entries()).isEmpty();
    assertThat(http.urls()).isEmpty();
  }

  private TaskResult ask(Track track) {
    return ask(task(track), CacheView.empty());
  }

  private TaskResult ask(Track track, CacheView known) {
    return ask(task(track), known);
  }

  private TaskResult ask(Task.ForDeezer task) {
    return ask(task, CacheView.empty());
  }

  private TaskResult ask(Task.ForDeezer task, CacheView known) {
    return worker.ask(List.of(task), known, NOW).getFirst();
  }

  private static Task.ForDeezer task(Track track) {
    return new Task.FetchDeezerTrack(track, List.of(), Set.of());
  }

  private static Task.ForDeezer told(Track track, Isrc... isrcs) {
    return new Task.FetchDeezerTrack(track, List.of(isrcs), Set.of());
  }

  private static CacheKey<DeezerSearch> searchKey() {
    return EnrichmentKeys.deezerSearch(
        Objects.requireNonNull(COME_TOGETHER.isrc()), COME_TOGETHER.duration());
  }

  private static <T> CacheView knowing(Entry<T> entry) {
    return CacheView.of(List.of(new Slot<>(entry.key(), entry, null)));
  }

  private static DeezerTrack found(TaskResult result) {
    Entry<?> entry =
        result.entries().stream()
            .filter(each -> each.key().kind().equals(EnrichmentKeys.DEEZER_TRACK))
            .findFirst()
            .orElseThrow();
    return assertThat(entry.value())
        .asInstanceOf(InstanceOfAssertFactories.type(DeezerTrack.class))
        .actual();
  }

  private static void assertMatch(TaskResult result, Match.By by, double confidence) {
    assertThat(match(result).by()).isEqualTo(by);
    assertThat(match(result).confidence()).isEqualTo(confidence);
  }

  private static Match match(TaskResult result) {
    return Objects.requireNonNull(found(result).match());
  }

  private static Entry<?> entry(TaskResult result, CacheKey<?> key) {
    return result.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
