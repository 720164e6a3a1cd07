package io.linernotes.api.exchange;

import io.linernotes.analysis.Analysis;
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
import io.linernotes.status.CountNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the cache held for one answer, by state.
 *
 * @param tracks the number of places of a list that the answer shows
 * @param sections the number of sections in each state
 * @param records the number of records of other kinds in each state, by the kind's name
 */
public record Lookups(
    int tracks,
    Map<Section, Map<Status, Integer>> sections,
    Map<String, Map<Status, Integer>> records) {

  /** The lookups of an answer for which the cache was not read. */
  public static final Lookups NONE = new Lookups(0, Map.of(), Map.of());

  private static final Map<Status, Metric> METRICS = metrics();

  /** Copies the maps. */
  public Lookups {
    sections = Map.copyOf(sections);
    records = Map.copyOf(records);
  }

  private static Map<Status, Metric> metrics() {
    Map<Status, Metric> metrics = new EnumMap<>(Status.class);
    metrics.put(Status.HIT, new Metric("Hits", Unit.COUNT));
    metrics.put(Status.STALE, new Metric("Stale", Unit.COUNT));
    metrics.put(Status.MISS, new Metric("Misses", Unit.COUNT));
    metrics.put(Status.PENDING, new Metric("Pending", Unit.COUNT));
    return metrics;
  }

  /** The lookups of one record. */
  public static Lookups of(Kind<?> kind, Status status) {
    return NONE.and(kind, status);
  }

  /** The lookups of one record that is not in the cache yet. */
  public static Lookups absent(Kind<?> kind, @Nullable Duration refusedFor) {
    return of(kind, refusedFor == null ? Status.PENDING : Status.THROTTLED);
  }

  /** The lookups of a list of tracks, and of its playlist if it has one. */
  public static Lookups of(Analysis analysis) {
    Lookups lookups =
        new Lookups(analysis.tracks().size(), analysis.progress().sections(), Map.of());
    Status playlist = analysis.playlistStatus();
    return playlist == null ? lookups : lookups.and(PlaylistKeys.PLAYLIST, playlist);
  }

  /** These lookups and one more record. */
  public Lookups and(Kind<?> kind, Status status) {
    Map<String, Map<Status, Integer>> more = new TreeMap<>(records);
    more.put(kind.name(), Map.of(status, 1));
    return new Lookups(tracks, sections, more);
  }

  /** The number of records in that state. */
  public int count(Status status) {
    return byKind().values().stream().mapToInt(counts -> counts.getOrDefault(status, 0)).sum();
  }

  /** The increments of the service's counters, by section and state. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    sections.forEach(
        (section, states) ->
            states.forEach(
                (status, number) -> {
                  if (number > 0) {
                    counts.put(CountNames.answered(section, status), (long) number);
                  }
                }));
    return counts;
  }

  /** Writes the metrics, kind by kind. */
  public void measure(Metrics metrics) {
    byKind()
        .forEach(
            (kind, counts) -> {
              List<Measured> measured = new ArrayList<>();
              METRICS.forEach(
                  (status, metric) -> measured.add(metric.of(counts.getOrDefault(status, 0))));
              metrics.put(new Dimension("Kind", kind), measured);
            });
  }

  private Map<String, Map<Status, Integer>> byKind() {
    Map<String, Map<Status, Integer>> byKind = new TreeMap<>(records);
    sections.forEach((section, states) -> byKind.put(kind(section).name(), states));
    return byKind;
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
}
