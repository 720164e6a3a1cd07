package io.linernotes.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.linernotes.track.Artist;
import io.linernotes.track.ClaimedTrack;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookupsTest {

  private static final RequestContext CONTEXT = new RequestContext("request-1", "request-1");

  @Test
  void countsTheRecordsOfAnAnswerByKindAndState() {
    Instant now = MovableClock.atNoon().instant();
    InMemoryTrackCache cache = new InMemoryTrackCache();
    cache.with(Entry.missing(EnrichmentKeys.deezer(Songs.comeTogether()), now));
    InMemoryTaskQueue queue = new InMemoryTaskQueue();
    SpotifyId id = Songs.comeTogether().id();
    Track claim = Track.of(null, null, "Come Together", List.of(Artist.named("The Beatles")), null);
    TrackAnalyzer tracks =
        new TrackAnalyzer(cache, new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues()), Map.of());

    Lookups lookups =
        Lookups.of(
            tracks.analyze(
                List.of(new ClaimedTrack(id, claim)),
                EnumSet.of(Section.DEEZER, Section.LASTFM),
                CONTEXT,
                now));
    RecordedMetrics metrics = new RecordedMetrics();
    lookups.measure(metrics);

    assertThat(lookups.tracks()).isEqualTo(1);
    assertThat(lookups.count(Status.MISS)).isEqualTo(1);
    assertThat(lookups.count(Status.PENDING)).isEqualTo(1);
    assertThat(lookups.counts())
        .isEqualTo(Map.of("answered_deezer_miss", 1L, "answered_lastfm_pending", 1L));
    assertThat(metrics.values())
        .isEqualTo(
            Map.of("Kind=deezer_track", counts(0, 1, 0), "Kind=lastfm_track", counts(0, 0, 1)));
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
