package io.linernotes.api;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.PlaylistAnswer;
import io.linernotes.analysis.TrackAnswer;
import io.linernotes.cache.Kind;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Section;
import io.linernotes.observability.Metrics;
import io.linernotes.observability.Metrics.Dimension;
import io.linernotes.observability.Metrics.Measured;
import io.linernotes.observability.Metrics.Metric;
import io.linernotes.observability.Metrics.Unit;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.playlist.PlaylistKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an answer found in the cache.
 *
 * @param tracks how many places of a list it shows
 * @param states how many records of each kind, by the kind's name, were in which state
 */
record Lookups(int tracks, Map<String, Map<Status, Integer>> states) {

  /** An answer that looked nothing up. */
  static final Lookups NONE = new Lookups(0, Map.of());

  private static final Map<Status, Metric> METRICS = metrics();

  Lookups {
    states = Map.copyOf(states);
  }

  private static Map<Status, Metric> metrics() {
    Map<Status, Metric> metrics = new EnumMap<>(Status.class);
    metrics.put(Status.HIT, new Metric("Hits", Unit.COUNT));
    metrics.put(Status.STALE, new Metric("Stale", Unit.COUNT));
    metrics.put(Status.MISS, new Metric("Misses", Unit.COUNT));
    metrics.put(Status.PENDING, new Metric("Pending", Unit.COUNT));
    return metrics;
  }

  /** One record was looked up, by itself. */
  static Lookups of(Kind<?> kind, Status status) {
    return new Lookups(0, Map.of(kind.name(), Map.of(status, 1)));
  }

  /** A list of tracks, and the playlist that it is of. */
  static Lookups of(Analysis analysis) {
    Map<String, Map<Status, Integer>> states = new TreeMap<>();
    analysis
        .progress()
        .sections()
        .forEach((section, counts) -> states.put(kind(section).name(), Map.copyOf(counts)));
    Status playlist = analysis.playlistStatus();
    if (playlist != null) {
      states.put(PlaylistKeys.PLAYLIST.name(), Map.of(playlist, 1));
    }
    return new Lookups(analysis.tracks().size(), states);
  }

  static Lookups of(PlaylistAnswer answer) {
    return switch (answer) {
      case PlaylistAnswer.Analyzed(Analysis analysis) -> of(analysis);
      case PlaylistAnswer.NotHereYet(@Nullable Duration refusedFor) ->
          notHereYet(PlaylistKeys.PLAYLIST, refusedFor);
      case PlaylistAnswer.Unknown() -> of(PlaylistKeys.PLAYLIST, Status.MISS);
      case PlaylistAnswer.Forbidden() -> of(PlaylistKeys.PLAYLIST, Status.HIT);
    };
  }

  static Lookups of(TrackAnswer answer) {
    return switch (answer) {
      case TrackAnswer.Analyzed(Analysis analysis, Status track) ->
          of(analysis).and(EnrichmentKeys.TRACK, track);
      case TrackAnswer.NotHereYet(@Nullable Duration refusedFor) ->
          notHereYet(EnrichmentKeys.TRACK, refusedFor);
      case TrackAnswer.Unknown() -> of(EnrichmentKeys.TRACK, Status.MISS);
    };
  }

  private Lookups and(Kind<?> kind, Status status) {
    Map<String, Map<Status, Integer>> more = new TreeMap<>(states);
    more.put(kind.name(), Map.of(status, 1));
    return new Lookups(tracks, more);
  }

  private static Lookups notHereYet(Kind<?> kind, @Nullable Duration refusedFor) {
    return of(kind, refusedFor == null ? Status.PENDING : Status.THROTTLED);
  }

  /** The kind of record that a section is answered from. */
  private static Kind<?> kind(Section section) {
    return switch (section) {
      case DEEZER -> EnrichmentKeys.DEEZER_TRACK;
      case LASTFM -> EnrichmentKeys.LASTFM_TRACK;
      case ARTISTS -> EnrichmentKeys.LASTFM_ARTIST;
      case AUDIO_FEATURES -> EnrichmentKeys.AUDIO_FEATURES;
    };
  }

  /** How many records were in that state. */
  int count(Status status) {
    return states.values().stream().mapToInt(counts -> counts.getOrDefault(status, 0)).sum();
  }

  /** Takes them down, kind by kind. */
  void measure(Metrics metrics) {
    states.forEach(
        (kind, counts) -> {
          List<Measured> measured = new ArrayList<>();
          METRICS.forEach(
              (status, metric) -> measured.add(metric.of(counts.getOrDefault(status, 0))));
          metrics.put(new Dimension("Kind", kind), measured);
        });
  }
}
