package io.linernotes.analysis;

import io.linernotes.analysis.Analysis.Place;
import io.linernotes.analysis.Analysis.Status;
import io.linernotes.cache.CacheView;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Due;
import io.linernotes.planning.KeyPlanner;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.TrackPlan;
import io.linernotes.planning.TrackPlanner;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.track.Artist;
import io.linernotes.track.ClaimedTrack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds an answer, place by place. */
final class AnalysisBuilder {

  private final Set<Section> sections;
  private final Instant now;
  private final CacheView view;
  private final KeyPlanner keys;
  private final TrackPlanner planner;
  private final List<Place> places = new ArrayList<>();
  private final List<TrackPlan> plans = new ArrayList<>();
  private int unknown;
  private @Nullable Duration unknownFor;

  AnalysisBuilder(Set<Section> sections, CacheView view, Instant now) {
    this.sections = sections;
    this.now = now;
    this.view = view;
    this.keys = new KeyPlanner(view, now);
    this.planner = new TrackPlanner(sections, keys);
  }

  /** Adds a track that a client describes. */
  void add(int position, ClaimedTrack claimed) {
    TrackPlan plan = planner.add(claimed);
    plans.add(plan);
    places.add(new Place(position, new PlaylistEntry.OfTrack(plan.track()), plan));
  }

  /**
   * Adds an entry. An entry that is not a track keeps its place and does not count in the
   * aggregates.
   */
  void add(int position, PlaylistEntry entry) {
    if (entry instanceof PlaylistEntry.Unknown) {
      unknown++;
    }
    TrackPlan plan = entry.asTrack().map(planner::add).orElse(null);
    if (plan != null) {
      plans.add(plan);
    }
    places.add(new Place(position, entry, plan));
  }

  /**
   * Notes that unknown places among those added will be fetched again after {@code time}, and not
   * before.
   */
  void unknownFor(Duration time) {
    unknownFor = longer(unknownFor, time);
  }

  /** The keys that became due since the last call. */
  List<Due> takeDue() {
    return keys.takeDue();
  }

  /**
   * The answer.
   *
   * @param notHere how many further entries the playlist has, on pages that are not cached
   * @param refreshing whether a task for the playlist or one of its pages is on its way
   */
  Analysis analysis(
      @Nullable Playlist playlist,
      SectionState.@Nullable Status playlistStatus,
      int offset,
      int limit,
      int notHere,
      boolean refreshing,
      Map<Provider, Quota> quotas) {
    int unseen = notHere + unknown;
    Collection<SectionState<LastfmArtist>> artists = planner.artists();
    List<Place> shown =
        places.stream()
            .filter(place -> place.position() >= offset && place.position() < offset + limit)
            .toList();
    List<? extends SectionState<?>> states = states(artists);
    boolean onItsWay =
        refreshing || planner.namesPending() || states.stream().anyMatch(SectionState::onItsWay);
    boolean resolved =
        unseen == 0 && states.stream().allMatch(state -> state.status().isResolved());
    return new Analysis(
        resolved && !onItsWay ? Status.COMPLETE : Status.PARTIAL,
        playlist,
        playlistStatus,
        Progress.of(sections, plans, artists, unseen, quotas),
        Aggregates.of(plans, artists, Genres.top(plans, view, now)),
        shown,
        artistsOf(shown, planner.artistsByName()),
        onItsWay,
        longer(unknownFor, longestRefusal(states)),
        now);
  }

  private List<? extends SectionState<?>> states(Collection<SectionState<LastfmArtist>> artists) {
    List<SectionState<?>> states = new ArrayList<>(artists);
    for (TrackPlan plan : plans) {
      Stream.<@Nullable SectionState<?>>of(plan.deezer(), plan.lastfm(), plan.audioFeatures())
          .forEach(
              state -> {
                if (state != null) {
                  states.add(state);
                }
              });
    }
    return states;
  }

  private static @Nullable Duration longestRefusal(List<? extends SectionState<?>> states) {
    Duration longest = null;
    for (SectionState<?> state : states) {
      longest = longer(longest, state.retryAfter());
    }
    return longest;
  }

  private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Map<String, SectionState<LastfmArtist>> artistsOf(
      List<Place> shown, Map<String, SectionState<LastfmArtist>> all) {
    Map<String, SectionState<LastfmArtist>> artists = new LinkedHashMap<>();
    for (Place place : shown) {
      TrackPlan plan = place.plan();
      if (plan != null) {
        for (Artist artist : plan.track().artists()) {
          SectionState<LastfmArtist> state = all.get(artist.name());
          if (state != null) {
            artists.put(artist.name(), state);
          }
        }
      }
    }
    return artists;
  }
}
