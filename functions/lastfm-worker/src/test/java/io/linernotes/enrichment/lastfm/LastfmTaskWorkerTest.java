package io.linernotes.enrichment.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.NameCorrection;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.task.Task;
import io.linernotes.worker.TaskResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastfmTaskWorkerTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Task.ForLastfm HYPERBALLAD =
      new Task.FetchLastfmTrack("Björk", "Hyperballad");
  private static final Task.ForLastfm MISSPELT = new Task.FetchLastfmTrack("Bjork", "Hyperbalad");

  private final ScriptedHttp http = new ScriptedHttp();
  private final LastfmTaskWorker worker =
      new LastfmTaskWorker(
          new LastfmClient(http, URI.create("https://lastfm.example"), () -> "key"));

  @Test
  void asksTwiceForATrackThatIsThere() {
    http.replying(200, Bodies.hyperballad()).replying(200, Bodies.similar());

    TaskResult result = ask(HYPERBALLAD);

    assertThat(methods()).containsExactly("track.getInfo", "track.getSimilar");
    assertThat(result.failure()).isNull();
    assertThat(result.entries()).hasSize(1);
    LastfmTrack track = track(result, 0);
    assertThat(track.similar()).hasSize(3);
    assertThat(track.corrected()).isFalse();
    assertThat(result.entries().getFirst().key())
        .isEqualTo(EnrichmentKeys.lastfm("Björk", "Hyperballad"));
  }

  @Test
  void asksOnceForATrackThatIsMissing() {
    http.replying(404, Bodies.error(6, "Track not found"));

    TaskResult result = ask(HYPERBALLAD);

    assertThat(methods()).containsExactly("track.getInfo");
    assertThat(result.failure()).isNull();
    assertThat(result.entries())
        .containsExactly(Entry.missing(EnrichmentKeys.lastfm("Björk", "Hyperballad"), NOW));
  }

  @Test
  void takesUnknownSimilarTracksForNone() {
    http.replying(200, Bodies.hyperballad()).replying(200, Bodies.error(6, "Track not found"));

    TaskResult result = ask(HYPERBALLAD);

    assertThat(result.failure()).isNull();
    assertThat(track(result, 0).similar()).isEmpty();
  }

  @Test
  void storesNothingUntilTheSimilarTracksAreKnown() {
    http.replying(200, Bodies.hyperballad()).replying(429, Bodies.error(29, "Rate limit"));

    TaskResult result = ask(HYPERBALLAD);

    assertThat(result.entries()).isEmpty();
    assertThat(result.failure()).isEqualTo(new Outcome.Throttled<>(null));
  }

  @Test
  void storesACorrectedTrackUnderBothNames() {
    http.replying(200, Bodies.hyperballad()).replying(200, Bodies.noneSimilar());

    TaskResult result = ask(MISSPELT);

    assertThat(http.urls().getLast()).contains("artist=Bj%C3%B6rk&track=Hyperballad&");
    assertThat(result.entries())
        .extracting(entry -> entry.key().value())
        .containsExactly(
            EnrichmentKeys.lastfm("Bjork", "Hyperbalad").value(),
            EnrichmentKeys.correction("Bjork", "Hyperbalad").value(),
            EnrichmentKeys.lastfm("Björk", "Hyperballad").value());
    assertThat(track(result, 0).corrected()).isTrue();
    assertThat(result.entries().get(1).value())
        .isEqualTo(new NameCorrection("Björk", "Hyperballad"));
    assertThat(track(result, 2).corrected()).isFalse();
  }

  @Test
  void asksByTheCorrectedNamesOnceTheyAreKnown() {
    var key = EnrichmentKeys.correction("Bjork", "Hyperbalad");
    var correction = Entry.found(key, new NameCorrection("Björk", "Hyperballad"), NOW);
    CacheView known = CacheView.of(List.of(new Slot<>(key, correction, null)));
    http.replying(200, Bodies.hyperballad()).replying(200, Bodies.noneSimilar());

    TaskResult result = worker.ask(List.of(MISSPELT), known, NOW).getFirst();

    assertThat(worker.alsoReads(MISSPELT)).isEqualTo(List.of(key));
    assertThat(http.urls().getFirst()).contains("artist=Bj%C3%B6rk&track=Hyperballad&");
    assertThat(result.entries()).hasSize(3);
    assertThat(track(result, 0).corrected()).isTrue();
  }

  @Test
  void asksByThePlainTitle() {
    http.replying(200, plain("Iron Maiden", "Hallowed Be Thy Name"))
        .replying(200, Bodies.noneSimilar());

    TaskResult result =
        ask(new Task.FetchLastfmTrack("Iron Maiden", "Hallowed Be Thy Name - 2015 Remaster"));

    assertThat(http.urls().getFirst()).contains("&track=Hallowed%20Be%20Thy%20Name&");
    assertThat(track(result, 0).corrected()).isFalse();
    assertThat(track(result, 0).plainSong()).isFalse();
  }

  @Test
  void fallsBackFromAVersionToThePlainSongAndSaysSo() {
    http.replying(404, Bodies.error(6, "Track not found"))
        .replying(200, plain("Björk", "Hyperballad"))
        .replying(200, Bodies.similar());

    Task.ForLastfm live = new Task.FetchLastfmTrack("Björk", "Hyperballad - Live");
    TaskResult result = ask(live);

    assertThat(http.urls())
        .extracting(url -> url.replaceAll(".*&track=([^&]*)&.*", "$1"))
        .containsExactly("Hyperballad%20%28Live%29", "Hyperballad", "Hyperballad");
    assertThat(result.entries())
        .extracting(entry -> entry.key().value())
        .containsExactly(
            EnrichmentKeys.lastfm("Björk", "Hyperballad - Live").value(),
            EnrichmentKeys.lastfm("Björk", "Hyperballad").value());
    assertThat(track(result, 0).plainSong()).isTrue();
    assertThat(track(result, 1).plainSong()).isFalse();
  }

  @Test
  void saysSoToWhereLastfmItselfFallsBackToThePlainSong() {
    http.replying(200, plain("Björk", "Hyperballad")).replying(200, Bodies.similar());

    TaskResult result = ask(new Task.FetchLastfmTrack("Björk", "Hyperballad (Live)"));

    assertThat(track(result, 0).plainSong()).isTrue();
  }

  @Test
  void asksForTheFirstOfJoinedArtists() {
    http.replying(404, Bodies.error(6, "Track not found"))
        .replying(200, plain("Tina Turner", "It Takes Two"))
        .replying(200, Bodies.noneSimilar());

    TaskResult result = ask(new Task.FetchLastfmTrack("Tina Turner & Rod Stewart", "It Takes Two"));

    assertThat(http.urls().get(1)).contains("artist=Tina%20Turner&");
    assertThat(track(result, 0).canonicalArtist()).isEqualTo("Tina Turner");
    assertThat(track(result, 0).corrected()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Neves, 1987, Nenes, 1987",
    "Moby, Hurt, Johnny Cash, Hurt",
    "宇多田ヒカル, 花束を君に, Ed Sheeran, Perfect",
    "Björk, Hyperballad, Björk, Jóga",
    "Björk, Hyperballad, Various Artists, Hyperballad",
  })
  void anotherArtistOrTitleIsNoAnswer(
      String artist, String title, String otherArtist, String otherTitle) {
    http.replying(200, plain(otherArtist, otherTitle));

    TaskResult result = ask(new Task.FetchLastfmTrack(artist, title));

    assertThat(result.entries())
        .containsExactly(Entry.missing(EnrichmentKeys.lastfm(artist, title), NOW));
  }

  @Test
  void doesNotFollowACorrectionThatLeadsToAnotherArtist() {
    var key = EnrichmentKeys.correction("Neves", "1987");
    var correction = Entry.found(key, new NameCorrection("Nenes", "1987"), NOW);
    CacheView known = CacheView.of(List.of(new Slot<>(key, correction, null)));
    http.replying(200, plain("Nenes", "1987")).replying(404, Bodies.error(6, "Track not found"));

    TaskResult result =
        worker.ask(List.of(new Task.FetchLastfmTrack("Neves", "1987")), known, NOW).getFirst();

    assertThat(http.unused()).isZero();
    assertThat(result.entries()).extracting(Entry::isMiss).containsExactly(true);
  }

  @Test
  void storesNoMissWhileAQuestionIsUnanswered() {
    http.replying(404, Bodies.error(6, "Track not found")).replying(503, "");

    TaskResult result = ask(new Task.FetchLastfmTrack("Björk", "Hyperballad (Live)"));

    assertThat(result.entries()).isEmpty();
    assertThat(result.failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Various Artists", "[unknown]", "[no artist]", "Unknown Artist"})
  void doesNotAskForNobody(String nobody) {
    TaskResult track = ask(new Task.FetchLastfmTrack(nobody, "Song"));
    TaskResult artist = ask(new Task.FetchLastfmArtist(nobody));

    assertThat(track.entries()).extracting(Entry::isMiss).containsExactly(true);
    assertThat(artist.entries()).extracting(Entry::isMiss).containsExactly(true);
    assertThat(http.calls()).isEmpty();
  }

  @Test
  void asksForTheNotesOfTheFirstOfJoinedArtists() {
    http.replying(404, Bodies.error(6, "no"))
        .replying(200, "{\"artist\":{\"name\":\"Tina Turner\"}}");

    TaskResult result = ask(new Task.FetchLastfmArtist("Tina Turner & Rod Stewart"));

    assertThat(result.entries().getFirst().value()).extracting("name").isEqualTo("Tina Turner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"Nenes\",\"bio\":{\"summary\":\"A group.\"}}",
        "{\"name\":\"Neves\",\"bio\":{\"summary\":\"This is an incorrect tag for Neves J.\"}}"
      })
  void anotherArtistsNotesOrNobodysAreNoAnswer(String artist) {
    http.replying(200, "{\"artist\":" + artist + "}");

    TaskResult result = ask(new Task.FetchLastfmArtist("Neves"));

    assertThat(result.entries())
        .containsExactly(Entry.missing(EnrichmentKeys.artist("Neves"), NOW));
  }

  private static String plain(String artist, String title) {
    return Bodies.track(artist, title, ",\"listeners\":\"900\"");
  }

  @Test
  void asksOnceForAnArtist() {
    http.replying(200, Bodies.artist());

    TaskResult result = ask(new Task.FetchLastfmArtist("Björk"));

    assertThat(methods()).containsExactly("artist.getInfo");
    assertThat(result.entries())
        .extracting(entry -> entry.key().value())
        .containsExactly(EnrichmentKeys.artist("Björk").value());
  }

  @Test
  void asksOnceForARepeatedKey() {
    Task.ForLastfm again = new Task.FetchLastfmTrack("BJÖRK", "hyperballad");
    Task.ForLastfm other = new Task.FetchLastfmArtist("Björk");
    http.replying(200, Bodies.hyperballad()).replying(200, Bodies.noneSimilar());

    List<List<Task.ForLastfm>> groups = worker.grouped(List.of(HYPERBALLAD, other, again));
    List<TaskResult> results = worker.ask(groups.getFirst(), CacheView.empty(), NOW);

    assertThat(groups).containsExactly(List.of(HYPERBALLAD, again), List.of(other));
    assertThat(results).extracting(TaskResult::task).containsExactly(HYPERBALLAD, again);
    assertThat(results).extracting(each -> each.entries().size()).containsExactly(1, 0);
    assertThat(http.calls()).hasSize(2);
  }

  @Test
  void failsEveryTaskOfARepeatedKey() {
    http.replying(new Outcome.Postponed<>(Duration.ofSeconds(9)));

    List<TaskResult> results =
        worker.ask(List.of(HYPERBALLAD, HYPERBALLAD), CacheView.empty(), NOW);

    assertThat(results)
        .extracting(TaskResult::failure)
        .containsOnly(new Outcome.Postponed<>(Duration.ofSeconds(9)));
    assertThat(results).hasSize(2);
  }

  private TaskResult ask(Task.ForLastfm task) {
    List<TaskResult> results = worker.ask(List.of(task), CacheView.empty(), NOW);
    assertThat(results).hasSize(1);
    assertThat(http.unused()).isZero();
    return results.getFirst();
  }

  private static LastfmTrack track(TaskResult result, int entry) {
    return (LastfmTrack) Objects.requireNonNull(result.entries().get(entry).value());
  }

  private List<String> methods() {
    return http.calls().stream().map(Object::toString).toList();
  }
}
