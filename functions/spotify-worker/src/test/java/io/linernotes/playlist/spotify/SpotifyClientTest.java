package io.linernotes.playlist.spotify;

import static io.linernotes.playlist.spotify.Bodies.PLAYLIST;
import static io.linernotes.playlist.spotify.Bodies.id;
import static io.linernotes.playlist.spotify.Bodies.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.time.MovableClock;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.worker.BatchResult;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpotifyClientTest {

  private final ScriptedHttp accounts = new ScriptedHttp();
  private final ScriptedHttp http = new ScriptedHttp();
  private final SpotifyClient client =
      new SpotifyClient(
          http,
          URI.create("https://api.spotify.com/v1/"),
          new SpotifyAccounts(
              accounts,
              URI.create("https://accounts.example"),
              "id",
              () -> "secret",
              MovableClock.atNoon()),
          SpotifyMode.AUTO);

  SpotifyClientTest() {
    accounts.replying(200, Bodies.token("t1", 3600));
  }

  @Test
  void sendsTheToken() {
    http.replying(200, Bodies.track(1));

    client.tracks(ids(1, 2));

    HttpCall call = http.calls().getFirst();
    assertThat(call.uri()).hasToString("https://api.spotify.com/v1/tracks/" + id(1));
    assertThat(call.headers()).containsEntry("Authorization", "Bearer t1");
  }

  @Test
  void replacesARefusedTokenOnce() {
    accounts.replying(200, Bodies.token("t2", 3600));
    http.replying(401, Bodies.error(401, "The access token expired"))
        .replying(200, Bodies.track(1));

    BatchResult<SpotifyId, Track> answers = client.tracks(ids(1, 2));

    assertThat(answers.found()).containsOnlyKeys(id(1));
    assertThat(http.calls().getLast().headers()).containsEntry("Authorization", "Bearer t2");
    assertThat(accounts.calls()).hasSize(2);
  }

  @Test
  void givesUpWhenTheNewTokenIsRefusedToo() {
    accounts.replying(200, Bodies.token("t2", 3600));
    http.replying(401, "").replying(401, "");

    assertThat(client.tracks(ids(1, 2)).failure())
        .isEqualTo(
            new Outcome.Unavailable<>("track: HTTP 401 for a new token", Duration.ofMinutes(1)));
    assertThat(http.calls()).hasSize(2);
  }

  @Test
  void makesNoCallWithoutAToken() {
    ScriptedHttp refusing = new ScriptedHttp().replying(400, "{\"error\":\"invalid_client\"}");
    SpotifyClient refused =
        new SpotifyClient(
            http,
            URI.create("https://api.example"),
            new SpotifyAccounts(
                refusing,
                URI.create("https://accounts.example"),
                "id",
                () -> "no",
                MovableClock.atNoon()),
            SpotifyMode.AUTO);

    assertThat(refused.playlist(PLAYLIST)).isInstanceOf(Outcome.Unavailable.class);
    assertThat(http.calls()).isEmpty();
  }

  @Test
  void asksForManyTracksAtOnce() {
    http.replying(200, Bodies.list("tracks", List.of(Bodies.track(2), "null", Bodies.track(1))));

    BatchResult<SpotifyId, Track> answers = client.tracks(List.of(id(2), id(3), id(1)));

    assertThat(http.urls())
        .containsExactly(
            "https://api.spotify.com/v1/tracks?ids=%s,%s,%s".formatted(id(2), id(3), id(1)));
    assertThat(answers.found().get(id(1))).extracting(Track::title).isEqualTo("Song 1");
    assertThat(answers.found().get(id(2))).extracting(Track::title).isEqualTo("Song 2");
    assertThat(answers.missing()).containsExactly(id(3));
    assertThat(answers.failure()).isNull();
  }

  @Test
  void takesATrackUnderAnotherIdByItsPlace() {
    http.replying(200, Bodies.list("tracks", List.of(Bodies.track(1), Bodies.track(77))));

    BatchResult<SpotifyId, Track> answers = client.tracks(ids(1, 3));

    assertThat(answers.found().get(id(2)))
        .extracting(Track::id, Track::title)
        .containsExactly(id(2), "Song 77");
  }

  @Test
  void keepsASingleTrackUnderTheIdAskedFor() {
    http.replying(200, Bodies.track(77));

    assertThat(client.tracks(ids(1, 2)).found().get(id(1))).extracting(Track::id).isEqualTo(id(1));
  }

  @Test
  void asksOneByOneOnceBatchesAreRefused() {
    http.replying(403, Bodies.error(403, "Forbidden"))
        .replying(200, Bodies.track(1))
        .replying(404, Bodies.error(404, "Resource not found"))
        .replying(200, Bodies.track(3))
        .replying(200, Bodies.track(4));

    BatchResult<SpotifyId, Track> first = client.tracks(ids(1, 3));
    BatchResult<SpotifyId, Track> second = client.tracks(ids(3, 5));

    assertThat(first.found()).containsOnlyKeys(id(1));
    assertThat(first.missing()).containsExactly(id(2));
    assertThat(second.found()).containsOnlyKeys(id(3), id(4));
    assertThat(http.urls().stream().filter(url -> url.contains("?ids="))).hasSize(1);
    assertThat(http.calls()).hasSize(5);
  }

  @Test
  void keepsWhatWasAnsweredBeforeAFailure() {
    http.replying(403, Bodies.error(403, "Forbidden"))
        .replying(200, Bodies.track(1))
        .replying(429, Bodies.quotaExceeded(), Map.of("Retry-After", "48925"));

    BatchResult<SpotifyId, Track> answers = client.tracks(ids(1, 4));

    assertThat(answers.found()).containsOnlyKeys(id(1));
    assertThat(answers.missing()).isEmpty();
    assertThat(answers.failure()).isEqualTo(new Outcome.Throttled<>(Duration.ofSeconds(48_925)));
    assertThat(http.calls()).hasSize(3);
  }

  @Test
  void callsASingleTrackThatIsRefusedUnavailable() {
    http.replying(403, Bodies.error(403, "Forbidden"));

    assertThat(client.tracks(ids(1, 2)).failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void findsTheOneIdThatSpoilsABatch() {
    http.replying(400, Bodies.error(400, "Invalid base62 id"))
        .replying(200, Bodies.list("tracks", List.of(Bodies.track(1), Bodies.track(2))))
        .replying(400, Bodies.error(400, "Invalid base62 id"))
        .replying(400, Bodies.error(400, "Invalid base62 id"))
        .replying(200, Bodies.list("tracks", List.of(Bodies.track(4))));

    BatchResult<SpotifyId, Track> answers = client.tracks(ids(1, 5));

    assertThat(answers.found()).containsOnlyKeys(id(1), id(2), id(4));
    assertThat(answers.missing()).containsExactly(id(3));
    assertThat(answers.failure()).isNull();
  }

  @Test
  void callsAnotherBadRequestUnavailable() {
    http.replying(400, Bodies.error(400, "Invalid limit"));

    assertThat(client.tracks(ids(1, 5)).failure()).isInstanceOf(Outcome.Unavailable.class);
    assertThat(http.calls()).hasSize(1);
  }

  @Test
  void callsRepliesWithoutTracksUnavailable() {
    http.replying(200, "{}").replying(200, "{}").replying(200, "{}");

    assertThat(client.tracks(ids(1, 3)).failure()).isInstanceOf(Outcome.Unavailable.class);
    assertThat(client.tracks(ids(1, 2)).failure()).isInstanceOf(Outcome.Unavailable.class);
    assertThat(client.audioFeatures(ids(1, 3)).failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void takesNothingElseForATrack() {
    String album = "{\"type\":\"album\",\"id\":\"" + id(1) + "\",\"name\":\"Album\"}";
    http.replying(200, album).replying(200, Bodies.list("tracks", List.of(album, "null")));

    assertThat(client.tracks(ids(1, 2)).failure()).isInstanceOf(Outcome.Unavailable.class);
    assertThat(client.tracks(ids(1, 3)).found()).isEmpty();
  }

  @Test
  void mapsAudioFeaturesByTheIdInside() {
    http.replying(
        200,
        Bodies.list(
            "audio_features",
            List.of(
                Bodies.audioFeatures(id(1)),
                "null",
                "{\"id\":\"%s\",\"key\":-1,\"mode\":0,\"tempo\":0,\"energy\":0.0,\"time_signature\":0}"
                    .formatted(id(3)),
                Bodies.audioFeatures(id(99)))));

    BatchResult<SpotifyId, AudioFeatures> answers = client.audioFeatures(ids(1, 5));

    assertThat(answers.missing()).isEqualTo(Set.of(id(2)));
    assertThat(answers.open(ids(1, 5))).as("in whose place another stands").containsOnly(id(4));
    assertThat(answers.failure()).isInstanceOf(Outcome.Unavailable.class);
    assertThat(answers.found()).containsOnlyKeys(id(1), id(3));
    assertThat(answers.found().get(id(1)))
        .isEqualTo(
            new AudioFeatures(
                0.011, 0.696, 0.905, 0.0009, 0.302, -2.743, 0.103, 0.625, 114.944, 2, 1, 4,
                "spotify"));
    assertThat(answers.found().get(id(3)))
        .isEqualTo(
            new AudioFeatures(
                null, null, 0.0, null, null, null, null, null, null, null, 0, null, "spotify"));
  }

  @Test
  void takesFeaturesWithoutAnyForMissing() {
    http.replying(
        200, Bodies.list("audio_features", List.of("{\"id\":\"" + id(1) + "\",\"tempo\":null}")));

    assertThat(client.audioFeatures(ids(1, 2)).missing()).containsExactly(id(1));
  }

  @Test
  void aBatchShorterThanAskedLeavesItsIdsWithoutAnAnswer() {
    http.replying(200, Bodies.list("tracks", List.of()))
        .replying(200, Bodies.list("tracks", List.of("null", Bodies.track(2))));

    assertThat(client.tracks(ids(1, 3)).missing()).isEmpty();
    BatchResult<SpotifyId, Track> cut = client.tracks(ids(1, 4));
    assertThat(cut.found()).containsOnlyKeys(id(2));
    assertThat(cut.missing()).isEmpty();
  }

  @Test
  void asksForAudioFeaturesInHundreds() {
    http.replying(200, Bodies.list("audio_features", Collections.nCopies(100, "null")))
        .replying(200, Bodies.list("audio_features", Collections.nCopies(50, "null")));

    assertThat(client.audioFeatures(ids(0, 150)).missing()).hasSize(150);
    assertThat(http.urls().getFirst().split(",")).hasSize(100);
    assertThat(http.urls().getLast().split(",")).hasSize(50);
  }

  @Test
  void saysThatAudioFeaturesAreRefused() {
    http.replying(403, Bodies.bareError(403))
        .replying(404, Bodies.error(404, "Resource not found"));

    assertThat(client.audioFeatures(ids(1, 3)).failure()).isInstanceOf(Outcome.Unsupported.class);
    assertThat(client.audioFeatures(ids(1, 3)).failure()).isInstanceOf(Outcome.Unsupported.class);
    assertThat(http.calls()).hasSize(2);
  }
}
