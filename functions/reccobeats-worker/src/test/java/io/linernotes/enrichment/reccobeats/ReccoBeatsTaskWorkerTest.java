package io.linernotes.enrichment.reccobeats;

import static io.linernotes.enrichment.reccobeats.ReccoBeatsClientTest.content;
import static io.linernotes.enrichment.reccobeats.ReccoBeatsClientTest.element;
import static io.linernotes.enrichment.reccobeats.ReccoBeatsClientTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.task.Task;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.TaskResult;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReccoBeatsTaskWorkerTest {

  private static final Instant NOW = MovableClock.atNoon().instant();

  private final ScriptedHttp http = new ScriptedHttp();
  private final ReccoBeatsTaskWorker worker =
      new ReccoBeatsTaskWorker(new ReccoBeatsClient(http, URI.create("https://recco.example")));

  @Test
  void storesWhatCameAndAMissForWhatDidNot() {
    http.replying(200, content(element(2, "/track/", 5, 120)));

    TaskResult result = ask(new Task.FetchReccoBeatsFeatures(ids(1, 3))).getFirst();

    assertThat(result.failure()).isNull();
    assertThat(result.entries())
        .extracting(entry -> entry.key().value())
        .containsExactly("spotify:audio_features:" + id(1), "spotify:audio_features:" + id(2));
    assertThat(result.entries()).extracting(Entry::isMiss).containsExactly(true, false);
  }

  @Test
  void asksForTheFeaturesOfSeveralTasksAtOnce() {
    http.replying(200, content());
    List<Task.ForReccoBeats> tasks =
        List.of(
            new Task.FetchReccoBeatsFeatures(ids(0, 15)),
            new Task.FetchReccoBeatsFeatures(ids(10, 25)),
            new Task.FetchReccoBeatsFeatures(ids(25, 60)));

    List<List<Task.ForReccoBeats>> groups = worker.grouped(tasks);
    List<TaskResult> results = worker.ask(groups.getFirst(), CacheView.empty(), NOW);

    assertThat(groups).containsExactly(tasks.subList(0, 2), tasks.subList(2, 3));
    assertThat(http.urls().getFirst().split(",")).hasSize(25);
    assertThat(results).extracting(each -> each.entries().size()).containsExactly(15, 10);
  }

  @Test
  void asksForRecordingsByThemselves() {
    Isrc known = new Isrc("GBAYE0601690");
    Isrc unknown = new Isrc("USSM10804556");
    http.replying(200, content(ReccoBeatsClientTest.track(known, 1)))
        .replying(200, content(element(1, "/track/", 5, 120)));
    Task.ForReccoBeats byId = new Task.FetchReccoBeatsFeatures(ids(1, 3));
    Task.ForReccoBeats one = new Task.FetchFeaturesByIsrc(List.of(known));
    Task.ForReccoBeats both = new Task.FetchFeaturesByIsrc(List.of(known, unknown));

    List<List<Task.ForReccoBeats>> groups = worker.grouped(List.of(one, byId, both));
    List<TaskResult> results = worker.ask(groups.getLast(), CacheView.empty(), NOW);

    assertThat(groups).containsExactly(List.of(byId), List.of(one, both));
    assertThat(results)
        .flatExtracting(TaskResult::entries)
        .extracting(entry -> entry.key().value() + " " + entry.isMiss())
        .containsExactly(
            "reccobeats:audio_features:isrc:" + known + " false",
            "reccobeats:audio_features:isrc:" + unknown + " true");
  }

  @Test
  void leavesOutWhatIsFresh() {
    http.replying(200, content());
    CacheKey<AudioFeatures> key = EnrichmentKeys.audioFeatures(id(1));
    CacheView known = CacheView.of(List.of(new Slot<>(key, Entry.missing(key, NOW), null)));

    worker.ask(List.of(new Task.FetchReccoBeatsFeatures(ids(1, 3))), known, NOW);

    assertThat(http.urls()).containsExactly("https://recco.example/audio-features?ids=" + id(2));
  }

  @Test
  void storesNothingForAFailure() {
    http.replying(503, "");

    TaskResult result = ask(new Task.FetchReccoBeatsFeatures(ids(1, 3))).getFirst();

    assertThat(result.entries()).isEmpty();
    assertThat(result.failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  private List<TaskResult> ask(Task.ForReccoBeats task) {
    return worker.ask(List.of(task), CacheView.empty(), NOW);
  }

  private static List<SpotifyId> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(ReccoBeatsClientTest::id).toList();
  }
}
