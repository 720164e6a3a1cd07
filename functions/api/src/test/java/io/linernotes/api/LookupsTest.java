package io.linernotes.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.analysis.PlaylistAnswer;
import io.linernotes.analysis.TrackAnalyzer;
import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Section;
import io.linernotes.observability.RecordedMetrics;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Songs;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookupsTest {

  private static final RequestContext ERRAND = new RequestContext("request-1", "request-1");

  @Test
  void countsTheRecordsOfAnAnswerByKindAndState() {
    Instant now = MovableClock.atNoon().instant();
    InMemoryTrackCache cache = new InMemoryTrackCache();
    cache.with(Entry.missing(EnrichmentKeys.deezer(Songs.comeTogether()), now));
    CountedQueue queue = new CountedQueue(new InMemoryTaskQueue());
    TrackAnalyzer tracks =
        new TrackAnalyzer(cache, new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues()), Map.of());

    Lookups lookups =
        Lookups.of(
            tracks.analyze(
                List.of(Songs.comeTogether()),
                EnumSet.of(Section.DEEZER, Section.LASTFM),
                ERRAND,
                now));
    RecordedMetrics metrics = new RecordedMetrics();
    lookups.measure(metrics);

    assertThat(lookups.tracks()).isEqualTo(1);
    assertThat(lookups.count(Status.MISS)).isEqualTo(1);
    assertThat(lookups.count(Status.PENDING)).isEqualTo(1);
    assertThat(queue.takeSent()).isEqualTo(1);
    assertThat(queue.takeSent()).as("since it was last asked").isZero();
    assertThat(metrics.values())
        .isEqualTo(
            Map.of("Kind=deezer_track", counts(0, 1, 0), "Kind=lastfm_track", counts(0, 0, 1)));
  }

  @Test
  void countsAPlaylistThatIsNotHereYetOnceItIsAskedFor() {
    RecordedMetrics metrics = new RecordedMetrics();

    Lookups.of(new PlaylistAnswer.NotHereYet(null)).measure(metrics);
    Lookups.of(new PlaylistAnswer.Unknown()).measure(metrics);
    Lookups.of(new PlaylistAnswer.NotHereYet(Duration.ofHours(1))).measure(metrics);

    assertThat(metrics.values().get("Kind=playlist"))
        .containsEntry("Pending COUNT", List.of(1.0, 0.0, 0.0))
        .containsEntry("Misses COUNT", List.of(0.0, 1.0, 0.0))
        .containsEntry("Hits COUNT", List.of(0.0, 0.0, 0.0));
  }

  @Test
  void countsNothingWhereNothingWasLookedUp() {
    RecordedMetrics metrics = new RecordedMetrics();

    Lookups.NONE.measure(metrics);

    assertThat(metrics.values()).isEmpty();
  }

  private static Map<String, List<Double>> counts(double hits, double misses, double pending) {
    return Map.of(
        "Hits COUNT", List.of(hits),
        "Stale COUNT", List.of(0.0),
        "Misses COUNT", List.of(misses),
        "Pending COUNT", List.of(pending));
  }
}
