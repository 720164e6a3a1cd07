package io.linernotes.service;

import static io.linernotes.service.RunningService.analysis;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.Song;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalidating, inspecting and warming the cache. */
@ExtendWith(SharedService.class)
class CacheOperationTest {

  private static final String INVALIDATIONS = "/v1/cache/invalidations";
  private static final String[] ADMIN = {"x-api-key", "local-admin"};

  private final RunningService service;
  private final Simulator simulator;

  CacheOperationTest(RunningService service) {
    this.service = service;
    this.simulator = service.simulator();
  }

  @ParameterizedTest
  @ValueSource(strings = {"created", "updated", "tracks_added", "tracks_removed"})
  void aChangedPlaylistComesBackWithNobodyAsking(String type) {
    String playlist = warm(3);
    List<Song> songs = new ArrayList<>(List.of(service.songs(0, 2)));
    songs.addAll(List.of(service.songs(10, 2)));
    simulator.setPlaylist(playlist, songs);

    Reply told = event(playlist, type);

    assertThat(told.status()).isEqualTo(202);
    assertThat(texts(told.json().path("invalidated")))
        .contains("spotify:playlist:" + playlist, "spotify:playlist_tracks:" + playlist + ":0");
    assertThat(told.json().at("/on_its_way/spotify").asInt()).isOne();
    service.awaitQuiet();
    Reply answer = service.get(analysis(playlist));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(Answers.ofTracks(answer.json(), "/title"))
        .isEqualTo(songs.stream().map(Song::title).toList());
    assertThat(simulator.report().calls(Provider.DEEZER)).as("the new tracks alone").isEqualTo(2);
    assertThat(simulator.report().of(Provider.SPOTIFY).calls("GET /playlists/{id}")).isOne();
  }

  @Test
  void aDeletedPlaylistGoesAndStaysAway() {
    String playlist = warm(3);
    simulator.removePlaylist(playlist);

    Reply told = event(playlist, "deleted");
    service.awaitQuiet();

    assertThat(told.status()).isEqualTo(202);
    assertThat(told.json().path("on_its_way")).isEmpty();
    assertThat(simulator.report().calls()).isZero();
    assertThat(service.get(analysis(playlist)).status()).isEqualTo(202);
    service.awaitQuiet();
    assertThat(service.get(analysis(playlist)).status()).isEqualTo(404);
  }

  private Reply event(String playlist, String type) {
    return service.post("/v1/playlists/" + playlist + "/events", "{\"type\":\"" + type + "\"}");
  }

  @Test
  void invalidatesByKeyByPlaylistAndByTrack() {
    String playlist = warm(3);
    String first = service.songs(0, 1)[0].spotifyId();

    Reply byKey = invalidate("{\"keys\":[\"bpm:" + first + "\"]}");
    assertThat(texts(byKey.json().path("invalidated"))).containsExactly("bpm:" + first);
    assertThat(byKey.json().at("/on_its_way/spotify").asInt())
        .as("the key tells no ISRC: Spotify does, for Deezer")
        .isOne();
    assertThat(callsAndReset(Provider.DEEZER)).isOne();

    Reply byPlaylist = invalidate("{\"playlist_id\":\"" + playlist + "\"}");
    assertThat(texts(byPlaylist.json().path("invalidated")))
        .contains("spotify:playlist:" + playlist);
    assertThat(simulator.report().calls(Provider.DEEZER)).as("tracks stay").isZero();
    assertThat(callsAndReset(Provider.SPOTIFY)).isOne();

    Reply byTrack = invalidate("{\"track_ids\":[\"" + first + "\"]}");
    assertThat(texts(byTrack.json().path("invalidated")))
        .contains("bpm:" + first, "spotify:track:" + first, "spotify:audio_features:" + first);
    assertThat(simulator.report().of(Provider.SPOTIFY).calls("GET /playlists/{id}")).isZero();
    assertThat(callsAndReset(Provider.DEEZER)).isOne();

    assertThat(service.getWhenQuiet(analysis(playlist)).json().path("status").asText())
        .isEqualTo("complete");
    assertThat(service.post(INVALIDATIONS, "{\"keys\":[\"bpm:" + first + "\"]}").status())
        .as("not with an ordinary key")
        .isEqualTo(403);
  }

  private Reply invalidate(String body) {
    Reply reply = service.post(INVALIDATIONS, body, ADMIN);
    assertThat(reply.status()).isEqualTo(202);
    service.awaitQuiet();
    return reply;
  }

  private int callsAndReset(Provider provider) {
    int calls = simulator.report().calls(provider);
    simulator.reset();
    return calls;
  }

  @Test
  void showsAnEntryAndTakesItOut() {
    warm(1);
    String path = "/v1/cache/bpm:" + service.songs(0, 1)[0].spotifyId();

    Reply shown = service.get(path, ADMIN);

    assertThat(shown.status()).isEqualTo(200);
    JsonNode entry = shown.json();
    assertThat(entry.path("key").asText()).isEqualTo(path.substring("/v1/cache/".length()));
    assertThat(entry.path("kind").asText()).isEqualTo("deezer_track");
    assertThat(entry.path("state").asText()).isEqualTo("fresh");
    assertThat(entry.path("is_miss").asBoolean(true)).isFalse();
    assertThat(entry.path("misses").asInt()).isZero();
    assertThat(entry.path("leased").asBoolean(true)).isFalse();
    assertThat(entry.path("lease_until").isNull()).isTrue();
    assertThat(entry.path("schema").isIntegralNumber()).isTrue();
    assertThat(entry.at("/body/bpm").isNumber()).isTrue();
    for (String time : List.of("fetched_at", "fresh_until", "expires_at")) {
      assertThat(java.time.Instant.parse(entry.path(time).asText())).isNotNull();
    }

    assertThat(service.get(path).status()).as("not with an ordinary key").isEqualTo(403);
    assertThat(service.delete(path).status()).as("not with an ordinary key").isEqualTo(403);
    assertThat(service.get(path, ADMIN).status()).isEqualTo(200);
    assertThat(service.delete(path, ADMIN).status()).isEqualTo(200);
    service.awaitQuiet();
    Reply gone = service.get(path, ADMIN);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(simulator.report().calls()).as("left to the next request").isZero();
  }

  @Test
  void warmsOnDemand() {
    String playlist = service.playlistOf(service.songs(0, 3));
    String track = service.songs(10, 1)[0].spotifyId();

    Reply report =
        service.post(
            "/v1/warmups", "{\"playlists\":[\"" + playlist + "\"],\"tracks\":[\"" + track + "\"]}");
    service.awaitQuiet();

    assertThat(report.status()).isEqualTo(202);
    assertThat(report.response().body()).contains("spotify");
    simulator.reset();
    Reply answer = service.get(analysis(playlist));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asText()).isEqualTo("complete");
    assertThat(service.get("/v1/tracks/" + track).status()).isEqualTo(200);
    service.awaitQuiet();
    assertThat(simulator.report().calls()).isZero();
  }

  @Test
  void theScheduleKeepsWarmWhatIsAskedForMost() {
    String popular = warm(3);
    // A quarter of the requests is recorded.
    IntStream.range(0, 60).forEach(_ -> service.get(analysis(popular)));
    service.stores().expire("bpm:");
    simulator.reset();

    String report = service.runSchedule("WarmerFunction");
    service.awaitQuiet();

    assertThat(report).contains("\"playlists\":1");
    assertThat(simulator.report().calls(Provider.DEEZER)).isEqualTo(3);
    assertThat(simulator.report().calls(Provider.LASTFM)).isZero();
    assertThat(service.stores().keys("bpm:")).hasSize(3);
    simulator.reset();
    assertThat(service.get(analysis(popular)).status()).isEqualTo(200);
    assertThat(simulator.report().calls()).isZero();
  }

  /** A playlist of so many songs, complete, with nothing counted. */
  private String warm(int songs) {
    String playlist = service.playlistOf(service.songs(0, songs));
    assertThat(service.getWhenQuiet(analysis(playlist)).json().path("status").asText())
        .isEqualTo("complete");
    simulator.reset();
    return playlist;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
