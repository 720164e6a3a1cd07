package io.linernotes.enrichment.reccobeats;

import static io.linernotes.enrichment.reccobeats.ReccoBeatsClientTest.content;
import static io.linernotes.enrichment.reccobeats.ReccoBeatsClientTest.element;
import static io.linernotes.enrichment.reccobeats.ReccoBeatsClientTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.http.MutatedReplies;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.json.Json;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.BatchResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A damaged reply never makes a track missing that one of its rows may be about. */
class ReccoBeatsMutationsTest {

  private static final int COUNT = 3_000;
  private static final List<SpotifyId> ASKED = List.of(id(1), id(2), id(3));
  private static final Isrc ISRC = new Isrc("GBAYE0601690");
  private static final Isrc UNKNOWN = new Isrc("USSM10804556");

  @Test
  void featuresAreMissingOnlyWhereEveryRowTellsWhoseItIs() {
    String valid = content(element(1, "/track/", 9, 120), element(2, "/track/", 1, 90));

    MutatedReplies.of(valid, COUNT, new Random(20_261_126))
        .forEach(
            body -> {
              BatchResult<SpotifyId, AudioFeatures> answers = client(body).audioFeatures(ASKED);

              for (SpotifyId missing : answers.missing()) {
                assertThat(json(body).list("content"))
                    .as(missing + " by " + body.substring(0, Math.min(500, body.length())))
                    .allMatch(
                        row ->
                            TrackRow.spotifyId(row).isPresent()
                                || ASKED.stream().allMatch(id -> body.contains(id.value())));
              }
              answers.found().values().forEach(ReccoBeatsMutationsTest::assertPossible);
            });
  }

  @Test
  void recordingsAreMissingOnlyWhereEveryTrackTellsWhoseItIs() {
    String valid = content(ReccoBeatsClientTest.track(ISRC, 1));

    MutatedReplies.of(valid, COUNT, new Random(20_261_126))
        .forEach(
            body -> {
              ReccoBeatsClient client =
                  new ReccoBeatsClient(
                      new ScriptedHttp()
                          .replying(200, body)
                          .replying(200, content(element(1, "/track/", 9, 120))),
                      URI.create("https://recco.example"));

              for (Isrc missing : client.audioFeaturesByIsrc(List.of(ISRC, UNKNOWN)).missing()) {
                assertThat(json(body).list("content"))
                    .as(missing + " by " + body.substring(0, Math.min(500, body.length())))
                    .allMatch(row -> Isrc.parse(row.text("isrc")).isPresent());
              }
            });
  }

  private static void assertPossible(AudioFeatures features) {
    assertThat(features.energy() == null || features.energy() <= 1).isTrue();
    assertThat(features.tempo() == null || features.tempo() <= 500).isTrue();
    assertThat(features.key() == null || features.key() <= 11).isTrue();
  }

  private static ReccoBeatsClient client(String body) {
    return new ReccoBeatsClient(
        new ScriptedHttp().replying(200, body), URI.create("https://recco.example"));
  }

  private static Json json(String body) {
    return Json.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
