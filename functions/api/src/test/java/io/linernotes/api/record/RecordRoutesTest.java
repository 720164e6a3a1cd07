package io.linernotes.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.linernotes.analysis.PlaylistAnalyzer;
import io.linernotes.analysis.TrackAnalyzer;
import io.linernotes.api.analysis.PlaylistRoutes;
import io.linernotes.api.analysis.TrackRoutes;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.LongPoll;
import io.linernotes.api.exchange.Request;
import io.linernotes.api.session.Sessions;
import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Entry;
import io.linernotes.cache.EveryKind;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.RecommendationSeeds;
import io.linernotes.catalogue.SearchQuery;
import io.linernotes.catalogue.TrackList;
import io.linernotes.demand.Demand;
import io.linernotes.demand.InMemoryDemandRecord;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.json.Json;
import io.linernotes.planning.Cooldowns;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RecordLookup;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.session.FakeSpotify;
import io.linernotes.session.Profile;
import io.linernotes.session.Scope;
import io.linernotes.session.SignedInUser;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.time.MovableClock;
import io.linernotes.track.SpotifyId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes of single records: pending, found, missing and refused. */
class RecordRoutesTest {

  private static final SpotifyId TRACK = new SpotifyId("2EqlS6tkEnglzr7tkKAAYD");
  private static final SpotifyId PLAYLIST = new SpotifyId("37i9dQZF1DXcBWIGoYBM5M");
  private static final TrackList FOUND = new TrackList(List.of(EveryKind.TRACK));

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  private final SignedInUser user = new SignedInUser(clock);
  private final Dispatcher dispatcher = new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues());
  private final Sessions sessions = new Sessions(user.signIn, clock);
  private final LongPoll longPoll = new LongPoll(clock, clock::advance);
  private final PlaylistAnalyzer analyzer = new PlaylistAnalyzer(cache, dispatcher, Map.of());
  private final RecordRoutes routes =
      new RecordRoutes(new RecordLookup(cache, dispatcher), analyzer, sessions, longPoll, clock);
  private final PlaylistRoutes playlists =
      new PlaylistRoutes(
          analyzer,
          sessions,
          new Demand(new InMemoryDemandRecord(), 1, new Random(1)),
          longPoll,
          clock);
  private final TrackRoutes tracks =
      new TrackRoutes(new TrackAnalyzer(cache, dispatcher, Map.of()), longPoll, clock);

  @Test
  void aSearchIsAskedForOnceAndThenThere() {
    SearchQuery query = new SearchQuery("come together", 5);

    assertPending(search("come together"), new Task.FetchSearch(query));
    assertThat(search("come together").status()).isEqualTo(202);
    assertThat(queue.tasks()).hasSize(1);

    cache.with(Entry.found(CatalogueKeys.search(query), FOUND, now()));
    Answer there = search("come together");
    assertThat(there.status()).isEqualTo(200);
    assertThat(there.headers()).doesNotContainKey("Retry-After");
    assertThat(there.body()).contains("Come Together - Remastered 2009");
  }

  @Test
  void aSearchThatFindsNothingIsAnAnswer() {
    SearchQuery query = new SearchQuery("nothing", 5);
    cache.with(Entry.missing(CatalogueKeys.search(query), now()));

    Answer answer = search("nothing");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(json(answer).at("results").isArray()).isTrue();
    assertThat(json(answer).list("results")).isEmpty();
    assertThat(json(answer).text("status")).isEqualTo("complete");
  }

  private Answer search(String words) {
    return routes.search(request(Map.of(), Map.of("q", words)), latest());
  }

  @Test
  void recommendationsThatSpotifyRefusesAreUnsupported() {
    RecommendationSeeds seeds = new RecommendationSeeds(List.of(TRACK), 20);
    Request request = request(Map.of(), Map.of("seed_tracks", TRACK.value()));
    assertPending(routes.recommendations(request, latest()), new Task.FetchRecommendations(seeds));

    refuse(Cooldowns.RECOMMENDATIONS);
    Answer refused = routes.recommendations(request, latest());
    assertThat(refused.status()).isEqualTo(200);
    assertThat(json(refused).text("status")).isEqualTo("unsupported");
    assertThat(json(refused).text("detail")).contains("extended quota mode");

    cache.with(Entry.found(CatalogueKeys.recommendations(seeds), FOUND, now()));
    assertThat(json(routes.recommendations(request, latest())).text("status"))
        .isEqualTo("complete");
  }

  private void refuse(CacheKey<Cooldown> feature) {
    cache.with(
        Entry.until(
            feature,
            new Cooldown(Cooldown.Reason.UNSUPPORTED, 1),
            now(),
            now().plus(Duration.ofDays(1))));
  }

  @Test
  void anArtistIsThereOrNotFound() {
    Request request = request(Map.of("name", "Bj%C3%B6rk"), Map.of());
    assertPending(routes.artist(request, latest()), new Task.FetchLastfmArtist("Björk"));

    cache.with(Entry.found(EnrichmentKeys.artist("Björk"), EveryKind.LASTFM_ARTIST, now()));
    assertThat(routes.artist(request, latest()).body()).contains("Icelandic singer.");

    cache.with(Entry.missing(EnrichmentKeys.artist("Nobody"), now()));
    Answer missing = routes.artist(request(Map.of("name", "Nobody"), Map.of()), latest());
    assertProblem(missing, 404, "name");
  }

  @Test
  void aProviderThatIsClosedIsToldWithItsTime() {
    cache.with(
        Entry.until(
            Cooldown.key(Provider.LASTFM),
            new Cooldown(Cooldown.Reason.THROTTLED, 1),
            now(),
            now().plus(Duration.ofHours(2))));

    Answer answer = routes.artist(request(Map.of("name", "Björk"), Map.of()), latest());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("Retry-After", "7200");
    assertThat(json(answer).text("status")).isEqualTo("pending");
    assertThat(json(answer).wholeNumber("retry_after_seconds")).isEqualTo(7_200);
    assertThat(queue.tasks()).isEmpty();
  }

  @Test
  void aPlaylistIsThereOrNotFound() {
    Request request = request(Map.of("playlist_id", PLAYLIST.value()), Map.of());
    assertPending(routes.playlist(request, latest()), new Task.FetchPlaylist(PLAYLIST, Set.of()));

    cache.with(Entry.found(PlaylistKeys.playlist(PLAYLIST), EveryKind.PLAYLIST, now()));
    assertThat(routes.playlist(request, latest()).body()).contains("Today's Top Hits");

    cache.with(Entry.missing(PlaylistKeys.playlist(PLAYLIST), now()));
    assertProblem(routes.playlist(request, latest()), 404, "playlist_id");
    assertProblem(playlists.entries(request, latest()), 404, "playlist_id");
  }

  @Test
  void aUsersPlaylistIsThereForTheUserAlone() {
    Scope scope = user.viewer().scope();
    cache.with(Entry.found(PlaylistKeys.playlist(PLAYLIST, scope), EveryKind.PLAYLIST, now()));
    cache.with(Entry.found(PlaylistKeys.page(PLAYLIST, 0, scope), EveryKind.PLAYLIST_PAGE, now()));
    Map<String, String> path = Map.of("playlist_id", PLAYLIST.value());

    assertThat(routes.playlist(signedIn(path), latest()).body()).contains("Today's Top Hits");
    assertThat(playlists.entries(signedIn(path), latest()).body()).contains("Today's Top Hits");
    assertThat(routes.playlist(request(path, Map.of()), latest()).body())
        .doesNotContain("Today's Top Hits");
    assertThat(playlists.entries(request(path, Map.of()), latest()).body())
        .doesNotContain("Today's Top Hits");
  }

  @Test
  void aUserIsToldWhoTheUserIs() {
    assertPending(
        routes.profile(signedIn(Map.of()), latest()),
        new Task.FetchProfile(user.viewer(), "linernotes-dj"));

    cache.with(
        Entry.found(Profile.key(user.viewer().scope(), "linernotes-dj"), FakeSpotify.DJ, now()));
    assertThat(json(routes.profile(signedIn(Map.of()), latest())).text("user", "id"))
        .isEqualTo("linernotes-dj");
    assertRefused(401, "x-session", () -> routes.profile(request(Map.of(), Map.of()), latest()));
  }

  @Test
  void whoIsSignedOutWhileWaitingIsToldSo() {
    Request waiting =
        new Request(
            new APIGatewayProxyRequestEvent()
                .withHeaders(Map.of("x-session", user.token.value(), "Prefer", "wait=20")));
    clock.advance(io.linernotes.session.Session.LIFETIME.minusSeconds(5));

    assertRefused(401, "x-session", () -> routes.profile(waiting, latest()));
  }

  @Test
  void aTrackIsThereOrNotFound() {
    Request request = request(Map.of("track_id", TRACK.value()), Map.of("include", "deezer"));
    Answer pending = tracks.track(request, latest());
    assertThat(pending.status()).isEqualTo(202);
    assertThat(pending.headers()).containsEntry("Retry-After", "1");

    cache.with(Entry.found(EnrichmentKeys.track(TRACK), EveryKind.TRACK, now()));
    cache.with(Entry.found(EnrichmentKeys.deezer(EveryKind.TRACK), EveryKind.DEEZER_TRACK, now()));
    Answer there = tracks.track(request, latest());
    assertThat(there.status()).isEqualTo(200);
    assertThat(there.body()).contains("165.2");

    SpotifyId nothing = new SpotifyId("0000000000000000000000");
    cache.with(Entry.missing(EnrichmentKeys.track(nothing), now()));
    assertProblem(
        tracks.track(request(Map.of("track_id", nothing.value()), Map.of()), latest()),
        404,
        "track_id");
  }

  @Test
  void whoPrefersToWaitIsToldHowLong() {
    Request patient =
        new Request(
            new APIGatewayProxyRequestEvent()
                .withQueryStringParameters(Map.of("q", "come together"))
                .withHeaders(Map.of("Prefer", "wait=2")));
    Instant before = now();

    Answer answer = routes.search(patient, latest());

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.headers()).containsEntry("Preference-Applied", "wait=2");
    assertThat(Duration.between(before, now()))
        .isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(2));
    assertThat(queue.tasks()).as("asked once all the same").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "q, ''",
    "q, ' '",
    "limit, 0",
    "limit, 11",
    "limit, many",
  })
  void aBadSearchNamesItsField(String field, String value) {
    Map<String, String> query = new java.util.HashMap<>(Map.of("q", "come together"));
    query.put(field, value);

    assertRefused(400, field, () -> routes.search(request(Map.of(), query), latest()));
  }

  @ParameterizedTest
  @CsvSource({"''", "short", "2EqlS6tkEnglzr7tkKAAYD;2EqlS6tkEnglzr7tkKAAYD"})
  void badSeedsAreRefused(String seeds) {
    assertRefused(
        400,
        "seed_tracks",
        () -> routes.recommendations(request(Map.of(), Map.of("seed_tracks", seeds)), latest()));
  }

  @Test
  void badIdsAreRefused() {
    for (Function<Request, Answer> route :
        List.<Function<Request, Answer>>of(
            it -> routes.playlist(it, latest()), it -> tracks.track(it, latest()))) {
      BadRequestException e =
          catchThrowableOfType(
              BadRequestException.class,
              () -> route.apply(request(Map.of("playlist_id", "x", "track_id", "x"), Map.of())));
      assertThat(e.problem().status()).isEqualTo(400);
    }
    assertRefused(
        400, "name", () -> routes.artist(request(Map.of("name", " "), Map.of()), latest()));
  }

  private void assertPending(Answer answer, Task asked) {
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.headers())
        .containsEntry("Retry-After", "1")
        .containsEntry("Content-Type", "application/json");
    assertThat(json(answer).text("status")).isEqualTo("pending");
    assertThat(queue.tasks()).containsExactly(asked);
  }

  private static void assertProblem(Answer answer, int status, String field) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(json(answer).text("field")).isEqualTo(field);
  }

  private static void assertRefused(int status, String field, Runnable asking) {
    BadRequestException e = catchThrowableOfType(BadRequestException.class, asking::run);
    assertThat(e).isNotNull();
    assertThat(e.problem().status()).isEqualTo(status);
    assertThat(e.problem().field()).isEqualTo(field);
  }

  private Request signedIn(Map<String, String> path) {
    return new Request(
        new APIGatewayProxyRequestEvent()
            .withPathParameters(path)
            .withHeaders(Map.of("X-Session", user.token.value())));
  }

  private static Request request(Map<String, String> path, Map<String, String> query) {
    return new Request(
        new APIGatewayProxyRequestEvent()
            .withPathParameters(path)
            .withQueryStringParameters(query));
  }

  private Instant latest() {
    return now().plusSeconds(25);
  }

  private Instant now() {
    return clock.instant();
  }

  private static Json json(Answer answer) {
    return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
