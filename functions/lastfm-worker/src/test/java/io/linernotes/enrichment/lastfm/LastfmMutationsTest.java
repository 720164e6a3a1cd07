package io.linernotes.enrichment.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.MutatedReplies;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A damaged reply never reads as a miss, unless it says that the track is unknown. */
class LastfmMutationsTest {

  private static final int COUNT = 1_000;
  private static final Duration LONGEST = Duration.ofSeconds(1);

  @Test
  void aTrackIsMissingOnlyIfTheReplySaysSo() {
    mutated(
        Bodies.hyperballad(),
        client -> client.track("Björk", "Hyperballad"),
        LastfmMutationsTest::isAnother);
    mutated(
        Bodies.track(
            "Björk", "Hyperballad", ",\"duration\":\"0\",\"listeners\":\"2\",\"mbid\":\"\""),
        client -> client.track("Björk", "Hyperballad"),
        reply -> isAnother(reply) || isTypingError(reply.at("track")));
  }

  @Test
  void anArtistIsMissingOnlyIfTheReplySaysSo() {
    mutated(
        Bodies.artist(),
        client -> client.artist("Björk"),
        reply -> isOther(reply.at("artist", "name"), "Björk"));
  }

  @Test
  void similarTracksAreMissingOnlyIfTheReplySaysSo() {
    mutated(Bodies.similar(), client -> client.similar("Björk", "Hyperballad"), _ -> false);
  }

  @Test
  void anErrorIsAMissOnlyByItsCode() {
    mutated(
        Bodies.error(6, "Track not found"),
        client -> client.track("Björk", "Hyperballad"),
        _ -> false);
  }

  private interface Ask {
    Outcome<?> of(LastfmClient client);
  }

  private interface Declares {
    boolean miss(Json reply);
  }

  private static void mutated(String valid, Ask ask, Declares declares) {
    MutatedReplies.of(valid, COUNT, new Random(20_261_126))
        .forEach(
            body -> {
              long start = System.nanoTime();
              Outcome<?> outcome =
                  ask.of(
                      new LastfmClient(
                          new ScriptedHttp().replying(200, body),
                          URI.create("https://lastfm.example"),
                          () -> "key"));
              assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
              if (outcome instanceof Outcome.Missing) {
                assertThat(json(body))
                    .as(body.substring(0, Math.min(500, body.length())))
                    .matches(reply -> isNotFound(reply) || declares.miss(reply));
              }
            });
  }

  private static Json json(String body) {
    return Json.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static boolean isNotFound(Json reply) {
    Long code = reply.wholeNumber("error");
    return Objects.equals(code, 6L) || Objects.equals(code, 7L);
  }

  private static boolean isAnother(Json reply) {
    Json track = reply.at("track");
    return isOther(track.at("name"), "Hyperballad")
        || isOther(track.at("artist", "name"), "Björk")
        || isOther(track.at("artist"), "Björk");
  }

  /** A readable name that is not the one asked for. */
  private static boolean isOther(Json name, String asked) {
    return name.isText() && name.text() != null && !asked.equals(name.text());
  }

  private static boolean isTypingError(Json track) {
    Long listeners = track.wholeNumber("listeners");
    return listeners != null && listeners >= 0 && listeners < 5;
  }
}
