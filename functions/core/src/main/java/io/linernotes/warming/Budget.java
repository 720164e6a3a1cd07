package io.linernotes.warming;

import io.linernotes.enrichment.Section;
import io.linernotes.planning.Due;
import io.linernotes.playlist.Playlist;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.task.QueueDepths.Depth;
import io.linernotes.task.Task;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The calls that warming may cause until it runs again: its share of what each quota serves in that
 * time, less what waits in the queue already. While more than that waits, warming stands back. What
 * is not known, a quota or a depth, is no room.
 */
final class Budget {

  /** The calls of the dearest ordinary task: a Last.fm track, or a track that Deezer searches. */
  private static final int CALLS_PER_TASK = 2;

  /** By ISRC, by the search for the ISRC, by the search for the names. */
  private static final int DEEZER_CHAIN = 3;

  private static final int LASTFM_TRACK = 2;

  /** A playlist that nobody has seen may have 10,000 entries on pages of 100. */
  private static final int UNSEEN_PAGES = 101;

  /** As many tracks as an ordinary playlist of unknown size has. */
  private static final int UNSEEN_TRACKS = 100;

  /**
   * A quota that cannot be shared stands behind a queue in which nobody can overtake; so warming
   * fills it for no longer than somebody in a hurry may be kept waiting.
   */
  private static final Duration LONGEST_HOLD_UP = Duration.ofMinutes(1);

  private final Map<Provider, Double> left = new EnumMap<>(Provider.class);

  Budget(Map<Provider, Quota> quotas, Map<Provider, Depth> depths, WarmingSettings settings) {
    quotas.forEach(
        (provider, quota) -> {
          Depth depth = depths.get(provider);
          if (depth != null) {
            left.put(provider, room(quota, depth, settings));
          }
        });
  }

  private static double room(Quota quota, Depth depth, WarmingSettings settings) {
    Duration interval = settings.interval();
    Duration filled =
        quota.isIndivisible() && interval.compareTo(LONGEST_HOLD_UP) > 0
            ? LONGEST_HOLD_UP
            : interval;
    double calls = settings.share() * quota.calls() * filled.toNanos() / quota.window().toNanos();
    long waiting = (long) depth.waiting() + depth.inFlight() + depth.delayed();
    return Math.max(0, calls - waiting * CALLS_PER_TASK);
  }

  /** Takes what the task may cost, if there is as much. */
  boolean take(Due due) {
    return take(cost(due));
  }

  /** Those sections of an ordinary playlist, not seen yet, for which there is room. */
  Set<Section> takeSections() {
    Set<Section> sections = EnumSet.noneOf(Section.class);
    for (Section section : Section.values()) {
      if (take(Map.of(provider(section), UNSEEN_TRACKS * callsPerTrack(section)))) {
        sections.add(section);
      }
    }
    return sections;
  }

  private boolean take(Map<Provider, Double> cost) {
    boolean isThere =
        cost.entrySet().stream()
            .allMatch(each -> left.getOrDefault(each.getKey(), 0.0) >= each.getValue());
    if (isThere) {
      cost.forEach((provider, calls) -> left.merge(provider, -calls, Double::sum));
    }
    return isThere;
  }

  private static Map<Provider, Double> cost(Due due) {
    Provider provider = due.task().provider();
    return switch (due.task()) {
      case Task.FetchPlaylist _ -> Map.of(provider, (double) pages(due));
      case Task.FetchDeezerTrack(var track, _, _) ->
          Map.of(provider, isKnown(due) && track.isrc() != null ? 1.0 : DEEZER_CHAIN);
      case Task.FindIsrc _ -> Map.of(provider, 1.0, Provider.DEEZER, (double) DEEZER_CHAIN);
      case Task.FetchLastfmTrack _ -> Map.of(provider, (double) LASTFM_TRACK);
      case Task.FetchAudioFeatures _ -> Map.of(provider, 1.0 / Task.FetchAudioFeatures.MOST);
      case Task.FetchReccoBeatsFeatures _ ->
          Map.of(provider, 1.0 / Task.FetchReccoBeatsFeatures.MOST);
      case Task.FetchTracks(var tracks, var sections) -> withSections(tracks.size(), sections);
      case Task.FetchArtists _ -> Map.of(provider, 1.0 / Task.FetchArtists.MOST);
      case Task.FetchPlaylistPage _,
          Task.FetchProfile _,
          Task.FetchSearch _,
          Task.FetchRecommendations _,
          Task.FetchLastfmArtist _ ->
          Map.of(provider, 1.0);
    };
  }

  /** Tracks known by id alone, whose sections follow once their names are known. */
  private static Map<Provider, Double> withSections(int tracks, Set<Section> sections) {
    Map<Provider, Double> cost = new EnumMap<>(Provider.class);
    cost.put(Provider.SPOTIFY, (double) tracks);
    sections.forEach(
        section -> cost.merge(provider(section), tracks * callsPerTrack(section), Double::sum));
    return cost;
  }

  private static boolean isKnown(Due due) {
    return due.seen().entry() != null && due.seen().entry().value() != null;
  }

  private static int pages(Due due) {
    return due.seen().entry() != null && due.seen().entry().value() instanceof Playlist playlist
        ? playlist.pageOffsets().size()
        : UNSEEN_PAGES;
  }

  private static Provider provider(Section section) {
    return switch (section) {
      case DEEZER -> Provider.DEEZER;
      case LASTFM, ARTISTS -> Provider.LASTFM;
      case AUDIO_FEATURES -> Provider.SPOTIFY;
    };
  }

  private static double callsPerTrack(Section section) {
    return switch (section) {
      case DEEZER, ARTISTS -> 1;
      case LASTFM -> LASTFM_TRACK;
      case AUDIO_FEATURES -> 1.0 / Task.FetchAudioFeatures.MOST;
    };
  }
}
