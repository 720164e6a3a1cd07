package io.linernotes.analysis;

import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.CallCost;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.planning.TrackPlan;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an answer, counted in sections: one for each track and included section, and one
 * for each artist.
 *
 * @param sections how many sections are in which state
 * @param eta how long the remaining calls take within the quotas; the longest time of any provider
 */
public record Progress(Map<Section, Map<Status, Integer>> sections, Duration eta) {

  public Progress {
    sections = Collections.unmodifiableMap(sections);
  }

  /** The progress of an answer whose playlist is not cached yet. */
  public static Progress none(Set<Section> included) {
    return new Progress(empty(included), Duration.ZERO);
  }

  /**
   * The progress of these tracks and artists.
   *
   * @param unseen how many further tracks there are, of which nothing is known yet
   */
  public static Progress of(
      Set<Section> included,
      List<TrackPlan> tracks,
      Collection<SectionState<LastfmArtist>> artists,
      int unseen,
      Map<Provider, Quota> quotas) {
    Map<Section, Map<Status, Integer>> counts = empty(included);
    for (TrackPlan track : tracks) {
      count(counts, Section.DEEZER, track.deezer());
      count(counts, Section.LASTFM, track.lastfm());
      count(counts, Section.AUDIO_FEATURES, track.audioFeatures());
    }
    artists.forEach(artist -> count(counts, Section.ARTISTS, artist));
    for (Section section : included) {
      if (section != Section.ARTISTS && unseen > 0) {
        add(counts, section, Status.PENDING, unseen);
      }
    }
    return new Progress(counts, eta(counts, quotas));
  }

  private static Map<Section, Map<Status, Integer>> empty(Set<Section> included) {
    Map<Section, Map<Status, Integer>> counts = new EnumMap<>(Section.class);
    for (Section section : included) {
      Map<Status, Integer> none = new EnumMap<>(Status.class);
      for (Status status : Status.values()) {
        none.put(status, 0);
      }
      counts.put(section, none);
    }
    return counts;
  }

  private static void count(
      Map<Section, Map<Status, Integer>> counts, Section section, @Nullable SectionState<?> state) {
    if (state != null) {
      add(counts, section, state.status(), 1);
    }
  }

  private static void add(
      Map<Section, Map<Status, Integer>> counts, Section section, Status status, int count) {
    Map<Status, Integer> ofSection = counts.get(section);
    if (ofSection != null) {
      ofSection.merge(status, count, Integer::sum);
    }
  }

  private static Duration eta(
      Map<Section, Map<Status, Integer>> counts, Map<Provider, Quota> quotas) {
    Map<Provider, Double> calls = new EnumMap<>(Provider.class);
    for (Section section : counts.keySet()) {
      double ofSection = pending(counts, section) * CallCost.ofSection(section);
      calls.merge(CallCost.provider(section), ofSection, Double::sum);
    }
    // Spotify or ReccoBeats may answer. The estimate takes ReccoBeats, which needs longer.
    calls.put(
        Provider.RECCOBEATS,
        CallCost.ofFeaturesAtReccoBeats(pending(counts, Section.AUDIO_FEATURES)));
    Duration longest = Duration.ZERO;
    for (Map.Entry<Provider, Double> each : calls.entrySet()) {
      Duration time = time(quotas, each.getKey(), (long) Math.ceil(each.getValue()));
      longest = time.compareTo(longest) > 0 ? time : longest;
    }
    return longest;
  }

  private static Duration time(Map<Provider, Quota> quotas, Provider provider, long calls) {
    Quota quota = quotas.get(provider);
    return quota == null || calls == 0 ? Duration.ZERO : quota.timeFor(calls);
  }

  private static long pending(Map<Section, Map<Status, Integer>> counts, Section section) {
    return counts.getOrDefault(section, Map.of()).getOrDefault(Status.PENDING, 0);
  }

  /** The number of sections. */
  public int total() {
    return sections.values().stream()
        .flatMap(counts -> counts.values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** The number of sections that are {@linkplain Status#isResolved resolved}. */
  public int resolved() {
    return sections.values().stream()
        .flatMap(counts -> counts.entrySet().stream())
        .filter(count -> count.getKey().isResolved())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** The resolved share of the sections in percent, rounded down, so that 100 means all. */
  public int percent() {
    int total = total();
    return total == 0 ? 100 : (int) (100L * resolved() / total);
  }
}
