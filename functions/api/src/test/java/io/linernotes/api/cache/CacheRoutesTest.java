package io.linernotes.api.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.Request;
import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.cache.StoredRecord;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.NameCorrection;
import io.linernotes.enrichment.Section;
import io.linernotes.invalidation.CacheInvalidation;
import io.linernotes.json.Json;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.session.Scope;
import io.linernotes.session.SessionId;
import io.linernotes.session.Viewer;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.QueueDepths.Depth;
import io.linernotes.task.Task;
import io.linernotes.time.MovableClock;
import io.linernotes.track.SpotifyId;
import io.linernotes.warming.CacheWarmer;
import io.linernotes.warming.WarmingSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheRoutesTest {

  private static final String PLAYLIST = "37i9dQZF1DXcBWIGoYBM5M";
  private static final String TRACK = "2EqlS6tkEnglzr7tkKAAYD";
  private static final Set<Section> ALL = EnumSet.allOf(Section.class);
  private static final String EVENTS = "/v1/playlists/{playlist_id}/events";
  private static final String INVALIDATIONS = "/v1/cache/invalidations";
  private static final String WARMUPS = "/v1/warmups";
  private static final String KEY = "/v1/cache/{key+}";

  private static final Viewer USER =
      new Viewer(new SessionId("5e".repeat(32)), new Scope("ac".repeat(16)));

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  private final Map<String, StoredRecord> stored = new HashMap<>();
  private final Dispatcher dispatcher = new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues());
  private final CacheRoutes routes =
      new CacheRoutes(
          new CacheInvalidation(cache, dispatcher),
          new CacheWarmer(
              cache,
              dispatcher,
              () -> Map.of(Provider.SPOTIFY, new Depth(0, 0, 0, 0)),
              Map.of(Provider.SPOTIFY, Quota.parse("60/30")),
              new WarmingSettings(0.5, Duration.ofMinutes(15))),
          key -> Optional.ofNullable(stored.get(key)),
          request -> request.hasSession() ? USER : null,
          clock);

  @ParameterizedTest
  @ValueSource(strings = {"created", "updated", "tracks_added", "tracks_removed"})
  void aChangedPlaylistComesBack(String type) {
    Answer answer = post(EVENTS, Map.of("playlist_id", PLAYLIST), "{\"type\":\"" + type + "\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(json(answer).list("invalidated"))
        .first()
        .hasToString("\"spotify:playlist:" + PLAYLIST + "\"");
    assertThat(json(answer).wholeNumber("on_its_way", "spotify")).isEqualTo(1);
    assertThat(queue.tasks()).containsExactly(new Task.FetchPlaylist(new SpotifyId(PLAYLIST), ALL));
  }

  @Test
  void aUsersOwnPlaylistComesBackInTheUsersName() {
    Request request =
        new Request(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("POST")
                .withResource(EVENTS)
                .withPathParameters(Map.of("playlist_id", PLAYLIST))
                .withHeaders(Map.of("X-Session", "a session"))
                .withBody("{\"type\":\"updated\"}"));

    Answer answer = routes.event(request);

    assertThat(answer.body())
        .contains("\"spotify:playlist:" + PLAYLIST + "\"")
        .contains(USER.scope().key("spotify:playlist:" + PLAYLIST));
    assertThat(queue.tasks())
        .containsExactly(new Task.FetchPlaylist(new SpotifyId(PLAYLIST), ALL, USER));
  }

  @Test
  void aDeletedPlaylistDoesNotComeBack() {
    Answer answer = post(EVENTS, Map.of("playlist_id", PLAYLIST), "{\"type\":\"deleted\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(json(answer).at("on_its_way").fields()).isEmpty();
    assertThat(queue.tasks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":null}",
        "{\"type\":7}",
        "{\"type\":\"exploded\"}",
        "{\"type\":[]}"
      })
  void anEventOfNoTypeIsRefused(String body) {
    assertRefused("type", () -> post(EVENTS, Map.of("playlist_id", PLAYLIST), body));
  }

  @Test
  void anEventIsAboutAPlaylist() {
    assertRefused(
        "playlist_id",
        () -> post(EVENTS, Map.of("playlist_id", "nonsense"), "{\"type\":\"updated\"}"));
    assertRefused("body", () -> post(EVENTS, Map.of("playlist_id", PLAYLIST), "updated"));
  }

  @Test
  void invalidatesKeysAPlaylistAndTracksAtOnce() {
    var correction = EnrichmentKeys.correction("Bjork", "Joga");
    cache.with(Entry.found(correction, new NameCorrection("Björk", "Jóga"), clock.instant()));

    Answer answer =
        post(
            INVALIDATIONS,
            Map.of(),
            "{\"keys\":[\"%s\"],\"playlist_id\":\"%s\",\"track_ids\":[\"%s\"]}"
                .formatted(correction.value(), PLAYLIST, TRACK));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(cache.slot(correction).entry()).isNull();
    assertThat(json(answer).list("invalidated"))
        .extracting(Json::toString)
        .contains(
            "\"" + correction + "\"",
            "\"" + PlaylistKeys.playlist(new SpotifyId(PLAYLIST)) + "\"",
            "\"bpm:" + TRACK + "\"");
    assertThat(json(answer).wholeNumber("on_its_way", "spotify")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {}                                      | body
          {"keys":[],"track_ids":[]}              | body
          {"keys":"bpm:1"}                        | keys
          {"keys":[7]}                            | keys[0]
          {"keys":["bpm:a",""]}                   | keys[1]
          {"keys":["count:2026-11-01"]}           | keys[0]
          {"playlist_id":"nonsense"}              | playlist_id
          {"playlist_id":7}                       | playlist_id
          {"track_ids":{"a":1}}                   | track_ids
          {"track_ids":["nonsense"]}              | track_ids[0]
          """)
  void aBadInvalidationNamesItsField(String body, String field) {
    assertRefused(field, () -> post(INVALIDATIONS, Map.of(), body));
  }

  @Test
  void invalidationsAreBounded() {
    String keys = String.join(",", Collections.nCopies(501, "\"bpm:a\""));
    String ids = String.join(",", Collections.nCopies(501, "\"" + TRACK + "\""));

    assertRefused("keys", () -> post(INVALIDATIONS, Map.of(), "{\"keys\":[" + keys + "]}"));
    assertRefused(
        "track_ids", () -> post(INVALIDATIONS, Map.of(), "{\"track_ids\":[" + ids + "]}"));
  }

  @Test
  void warmsAPlaylistOnDemand() {
    Answer answer = post(WARMUPS, Map.of(), "{\"playlists\":[\"" + PLAYLIST + "\"]}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(json(answer).wholeNumber("providers", "spotify", "sent")).isEqualTo(1);
    assertThat(json(answer).wholeNumber("providers", "spotify", "left_out")).isZero();
    assertThat(queue.sent()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {}                           | body
          {"playlists":[]}             | body
          {"playlists":"all"}          | playlists
          {"playlists":["nonsense"]}   | playlists[0]
          {"tracks":[{}]}              | tracks[0]
          {"tracks":["nonsense"]}      | tracks[0]
          """)
  void aBadWarmupNamesItsField(String body, String field) {
    assertRefused(field, () -> post(WARMUPS, Map.of(), body));
  }

  @Test
  void warmupsAreBounded() {
    String ids = String.join(",", Collections.nCopies(21, "\"" + PLAYLIST + "\""));

    assertRefused("playlists", () -> post(WARMUPS, Map.of(), "{\"playlists\":[" + ids + "]}"));
  }

  @Test
  void showsEveryAttributeOfAnEntry() {
    String key = "mb:isrc:ac%2Fdc:a/b:251";
    stored.put(key, record(key, "{\"isrcs\":[\"GBAYE0601690\"]}"));
    clock.advance(Duration.ofSeconds(90));

    Json shown = json(call("GET", KEY, Map.of("key", "mb:isrc:ac%252Fdc:a%2Fb:251"), null));

    assertThat(shown.text("key")).isEqualTo(key);
    assertThat(shown.text("kind")).isEqualTo("isrc");
    assertThat(shown.text("state")).isEqualTo("fresh");
    assertThat(shown.text("fetched_at")).isEqualTo("2026-11-01T12:00:00Z");
    assertThat(shown.bool("leased")).isFalse();
    assertThat(shown.at("body").list("isrcs"))
        .extracting(Json::toString)
        .containsExactly("\"GBAYE0601690\"");
  }

  @Test
  void neverShowsTheBodyOfAUsersOwnEntry() {
    String key = "user:0a1b:spotify:playlist:" + PLAYLIST;
    stored.put(key, record(key, "{\"name\":\"Secret\"}"));

    Answer answer = call("GET", KEY, Map.of("key", key), null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("Secret").contains("\"body\":null");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2_049, 9_000})
  void refusesAKeyThatTheTableCannotHold(int length) {
    Map<String, String> path = Map.of("key", "bpm:é".repeat(2_000).substring(0, length));

    assertRefused("key", () -> call("GET", KEY, path, null));
    assertRefused("key", () -> call("DELETE", KEY, path, null));
    assertRefused("key", () -> call("GET", KEY, Map.of(), null));
    assertRefused(
        "keys[0]",
        () -> post(INVALIDATIONS, Map.of(), "{\"keys\":[\"" + "bpm:é".repeat(500) + "\"]}"));
  }

  @Test
  void readsAKeyThatIsEncodedOnce() {
    String key = "mb:isrc:ac%2Fdc:a/b:251";
    stored.put(key, record(key, "{}"));

    assertThat(call("GET", KEY, Map.of("key", "mb%3Aisrc:ac%252Fdc:a/b:251"), null).status())
        .isEqualTo(200);
    assertRefused("key", () -> call("GET", KEY, Map.of("key", "mb:isrc:100%:a:1"), null));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(call("GET", KEY, Map.of("key", "bpm:" + TRACK), null).status()).isEqualTo(404);
    stored.put(
        "bpm:a",
        new StoredRecord("bpm:a", "deezer_track", 1, null, null, null, false, 0, null, null));
    assertThat(call("GET", KEY, Map.of("key", "bpm:a"), null).status()).isEqualTo(404);
  }

  @Test
  void whatIsBeingAskedIsPending() {
    stored.put(
        "bpm:a",
        new StoredRecord(
            "bpm:a",
            "deezer_track",
            1,
            null,
            null,
            null,
            false,
            0,
            clock.instant().plusSeconds(60),
            null));

    assertThat(json(call("GET", KEY, Map.of("key", "bpm:a"), null)).text("state"))
        .isEqualTo("pending");
  }

  @Test
  void whatIsTakenOutByHandStaysOut() {
    var correction = EnrichmentKeys.correction("Bjork", "Joga");
    cache.with(Entry.found(correction, new NameCorrection("Björk", "Jóga"), clock.instant()));

    Answer answer = call("DELETE", KEY, Map.of("key", correction.value()), null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(cache.keys()).isEmpty();
    assertThat(queue.tasks()).isEmpty();
    assertRefused("key", () -> call("DELETE", KEY, Map.of("key", "nonsense"), null));
  }

  private StoredRecord record(String key, String body) {
    return new StoredRecord(
        key,
        "isrc",
        1,
        clock.instant(),
        clock.instant().plusSeconds(3_600),
        clock.instant().plusSeconds(7_200),
        false,
        0,
        null,
        body);
  }

  private void assertRefused(String field, org.junit.jupiter.api.function.Executable call) {
    BadRequestException refused = catchThrowableOfType(BadRequestException.class, call::execute);

    assertThat(refused.problem().status()).isEqualTo(400);
    assertThat(refused.problem().field()).isEqualTo(field);
    assertThat(refused.problem().detail()).isNotBlank();
    assertThat(queue.sent()).isEmpty();
    assertThat(cache.keys()).isEmpty();
  }

  private Answer post(String resource, Map<String, String> path, String body) {
    return call("POST", resource, path, body);
  }

  private Answer call(
      String method, String resource, Map<String, String> path, @Nullable String body) {
    Request request = request(method, resource, path, body);
    return switch (request.route()) {
      case "POST " + EVENTS -> routes.event(request);
      case "POST " + INVALIDATIONS -> routes.invalidations(request);
      case "POST " + WARMUPS -> routes.warmup(request);
      case "GET " + KEY -> routes.show(request);
      case "DELETE " + KEY -> routes.remove(request);
      default -> throw new IllegalArgumentException(request.route());
    };
  }

  private static Request request(
      String method, String resource, Map<String, String> path, @Nullable String body) {
    return new Request(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod(method)
            .withResource(resource)
            .withPathParameters(path)
            .withBody(body));
  }

  private static Json json(Answer answer) {
    return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
