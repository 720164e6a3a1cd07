package io.linernotes.enrichment.reccobeats;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.BatchResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReccoBeatsClientTest {

  private static final Isrc ONE = new Isrc("GBAYE0601690");
  private static final Isrc TWO = new Isrc("USSM10804556");
  private static final Isrc THREE = new Isrc("FRZ119600001");

  private final ScriptedHttp http = new ScriptedHttp();
  private final ReccoBeatsClient client =
      new ReccoBeatsClient(http, URI.create("https://recco.example/v1/"));

  @Test
  void readsEveryFeature() {
    http.replying(200, content(element(1, "https://open.spotify.com/track/", 9, 165.0)));

    assertThat(ask(1).found())
        .containsExactly(
            Map.entry(
                id(1),
                new AudioFeatures(
                    0.03,
                    0.53,
                    0.38,
                    0.25,
                    0.09,
                    -11.9,
                    0.04,
                    0.19,
                    165.0,
                    9,
                    0,
                    null,
                    "reccobeats")));
    assertThat(http.urls()).containsExactly("https://recco.example/v1/audio-features?ids=" + id(1));
  }

  @Test
  void matchesByTheEndOfTheHrefAndNeverByPosition() {
    http.replying(
        200,
        content(
            element(3, "https://open.spotify.com/track/", 3, 103),
            element(9, "https://open.spotify.com/track/", 9, 109),
            element(1, "/track/", 1, 101)));

    BatchResult<SpotifyId, AudioFeatures> answers = ask(1, 2, 3);

    assertThat(answers.found()).containsOnlyKeys(id(1), id(3));
    assertThat(answers.found().get(id(3))).returns(103.0, AudioFeatures::tempo);
    assertThat(answers.missing()).containsExactly(id(2));
    assertThat(answers.failure()).isNull();
  }

  @Test
  void takesQueriesAndSlashesAfterTheIdForNothing() {
    http.replying(
        200,
        content(
            element(1, "https://open.spotify.com/track/", 1, 101)
                .replace(id(1) + "\"", id(1) + "/?si=1\"")));

    assertThat(ask(1).found()).containsOnlyKeys(id(1));
  }

  @Test
  void takesKeyMinusOneAndTempoZeroForUnknown() {
    http.replying(200, content(element(1, "/track/", -1, 0)));

    assertThat(ask(1).found().get(id(1)))
        .returns(null, AudioFeatures::key)
        .returns(null, AudioFeatures::tempo)
        .returns(0.38, AudioFeatures::energy);
  }

  @Test
  void takesAnElementWithoutFeaturesForMissing() {
    http.replying(200, "{\"content\":[{\"id\":\"x\",\"href\":\"/track/" + id(1) + "\"},{},null]}");

    assertThat(ask(1).missing()).containsExactly(id(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"id\":\"x\",\"energy\":0.5}",
        "{\"href\":null,\"energy\":0.5}",
        "{\"href\":\"https://open.spotify.com/track/\",\"energy\":0.5}",
        "{\"href\":[],\"energy\":0.5}",
        "7",
        "[]"
      })
  void aRowThatCannotBeReadLeavesThoseWithoutARowUnanswered(String row) {
    http.replying(200, content(element(1, "/track/", 1, 101), row));

    BatchResult<SpotifyId, AudioFeatures> answers = ask(1, 2);

    assertThat(answers.found()).containsOnlyKeys(id(1));
    assertThat(answers.missing()).isEmpty();
    assertThat(answers.open(List.of(id(1), id(2)))).containsExactly(id(2));
    assertThat(answers.failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void featuresThatCannotBeReadLeaveTheirTrackUnansweredAlone() {
    http.replying(
        200,
        content(
            "{\"href\":\"/track/" + id(1) + "\",\"energy\":{},\"tempo\":\"fast\"}",
            element(2, "/track/", 1, 101)));

    BatchResult<SpotifyId, AudioFeatures> answers = ask(1, 2, 3);

    assertThat(answers.found()).containsOnlyKeys(id(2));
    assertThat(answers.missing()).containsExactly(id(3));
    assertThat(answers.open(List.of(id(1)))).containsExactly(id(1));
    assertThat(answers.failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void takesZerosForFeaturesThatWereNeverAnalysed() {
    http.replying(
        200,
        content(
            "{\"href\":\"/track/" + id(1) + "\",\"tempo\":0,\"danceability\":0,\"energy\":0.6}"));

    assertThat(ask(1).missing()).containsExactly(id(1));
  }

  @Test
  void asksForTheFeaturesOfTheTracksOfARecording() {
    http.replying(200, content(track(ONE, 1), track(TWO, 2), track(ONE, 3)))
        .replying(200, content(element(3, "/track/", 5, 123), element(2, "/track/", 1, 90)));

    BatchResult<Isrc, AudioFeatures> answers = client.audioFeaturesByIsrc(List.of(ONE, TWO, THREE));

    assertThat(http.urls().getFirst())
        .isEqualTo("https://recco.example/v1/track?ids=" + ONE + "," + TWO + "," + THREE);
    assertThat(http.urls().getLast()).contains(id(1).value(), id(2).value(), id(3).value());
    assertThat(answers.found()).containsOnlyKeys(ONE, TWO);
    assertThat(answers.found().get(ONE)).returns(123.0, AudioFeatures::tempo);
    assertThat(answers.missing()).containsExactly(THREE);
    assertThat(answers.failure()).isNull();
  }

  @Test
  void doesNotAskForTheFeaturesOfRecordingsThatItDoesNotKnow() {
    http.replying(200, content());

    BatchResult<Isrc, AudioFeatures> answers = client.audioFeaturesByIsrc(List.of(ONE, TWO));

    assertThat(http.calls()).hasSize(1);
    assertThat(answers.missing()).containsExactlyInAnyOrder(ONE, TWO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"isrc\":\"%s\"}",
        "{\"isrc\":null,\"href\":\"/track/0000000000000000000001\"}",
        "{\"href\":\"/track/0000000000000000000001\"}",
        "null"
      })
  void aTrackThatCannotBeReadLeavesRecordingsUnanswered(String row) {
    http.replying(200, content(row.formatted(ONE)));

    BatchResult<Isrc, AudioFeatures> answers = client.audioFeaturesByIsrc(List.of(ONE, TWO));

    assertThat(answers.missing()).isEmpty();
    assertThat(answers.failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void noFeaturesAtAllOfTracksThatWereToldOfAreNoAnswer() {
    http.replying(200, content(track(ONE, 1), track(TWO, 2))).replying(200, content());

    BatchResult<Isrc, AudioFeatures> answers = client.audioFeaturesByIsrc(List.of(ONE, TWO, THREE));

    assertThat(answers.missing()).containsExactly(THREE);
    assertThat(answers.open(List.of(ONE, TWO))).containsExactly(ONE, TWO);
    assertThat(answers.failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void aFailureOfTheSecondCallLeavesRecordingsUnanswered() {
    http.replying(200, content(track(ONE, 1))).replying(429, "", Map.of("Retry-After", "7"));

    BatchResult<Isrc, AudioFeatures> answers = client.audioFeaturesByIsrc(List.of(ONE, TWO));

    assertThat(answers.missing()).containsExactly(TWO);
    assertThat(answers.open(List.of(ONE))).containsExactly(ONE);
    assertThat(answers.failure()).isEqualTo(new Outcome.Throttled<>(Duration.ofSeconds(7)));
  }

  @Test
  void asksForFortyRecordingsAtATime() {
    http.replying(200, content()).replying(200, content());

    client.audioFeaturesByIsrc(
        IntStream.range(0, 41).mapToObj("QZTST26%05d"::formatted).map(Isrc::new).toList());

    assertThat(http.urls()).extracting(url -> url.split(",").length).containsExactly(40, 1);
  }

  @Test
  void asksForFortyAtATime() {
    http.replying(200, content()).replying(200, content()).replying(200, content());

    BatchResult<SpotifyId, AudioFeatures> answers =
        client.audioFeatures(IntStream.range(0, 81).mapToObj(ReccoBeatsClientTest::id).toList());

    assertThat(http.urls()).extracting(url -> url.split(",").length).containsExactly(40, 40, 1);
    assertThat(answers.missing()).hasSize(81);
  }

  @Test
  void honoursARetryAfter() {
    http.replying(429, "{\"error\":\"Too Many Requests\"}", Map.of("Retry-After", "7"));

    assertThat(ask(1).failure()).isEqualTo(new Outcome.Throttled<>(Duration.ofSeconds(7)));
  }

  @Test
  void waitsOfItsOwnAccordWhereNoTimeIsNamed() {
    http.replying(429, "slow down");

    assertThat(ask(1).failure()).isEqualTo(new Outcome.Throttled<>(null));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 500, 502, 503})
  void neverTakesAnErrorForAMiss(int status) {
    http.replying(status, "{\"error\":\"?\"}");

    BatchResult<SpotifyId, AudioFeatures> answers = ask(1);

    assertThat(answers.missing()).isEmpty();
    assertThat(answers.failure())
        .isEqualTo(new Outcome.Unavailable<>("audio-features: HTTP " + status, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>busy</html>", "{\"content\":[", "{}", "[]", "{\"content\":null}"})
  void neverTakesNonsenseForAMiss(String body) {
    http.replying(200, body);

    BatchResult<SpotifyId, AudioFeatures> answers = ask(1);

    assertThat(answers.missing()).isEmpty();
    assertThat(answers.failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  private BatchResult<SpotifyId, AudioFeatures> ask(int... numbers) {
    return client.audioFeatures(IntStream.of(numbers).mapToObj(ReccoBeatsClientTest::id).toList());
  }

  static SpotifyId id(int number) {
    return new SpotifyId("%022d".formatted(number));
  }

  static String content(String... elements) {
    return "{\"content\":[%s]}".formatted(String.join(",", List.of(elements)));
  }

  static String track(Isrc isrc, int number) {
    return "{\"id\":\"x\",\"trackTitle\":\"T\",\"isrc\":\"%s\",\"href\":\"https://open.spotify.com/track/%s\"}"
        .formatted(isrc, id(number));
  }

  static String element(int number, String before, int key, double tempo) {
    return """
        {"id":"d3b07384-d9a0-4c1b-9b1e-%012d","href":"%s%s","acousticness":0.03,
         "danceability":0.53,"energy":0.38,"instrumentalness":0.25,"key":%d,"liveness":0.09,
         "loudness":-11.9,"mode":0,"speechiness":0.04,"tempo":%s,"valence":0.19}"""
        .formatted(number, before, id(number), key, tempo);
  }
}
