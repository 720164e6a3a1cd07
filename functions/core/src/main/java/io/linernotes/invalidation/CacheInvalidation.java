package io.linernotes.invalidation;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Slot;
import io.linernotes.cache.TrackCache;
import io.linernotes.cache.WriteBack;
import io.linernotes.enrichment.DeezerQuestion;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Section;
import io.linernotes.invalidation.NamedKey.Subject;
import io.linernotes.planning.Cooldowns;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.Dispatcher.Dispatched;
import io.linernotes.planning.Due;
import io.linernotes.planning.KeyPlanner;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.TrackPlanner;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistChange;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.provider.Provider;
import io.linernotes.session.Scope;
import io.linernotes.session.Viewer;
import io.linernotes.task.Task;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes cached entries and sends tasks for new ones. The cache keeps a fence where an entry was,
 * so an answer that was requested before the invalidation is not stored after it.
 */
public final class CacheInvalidation {

  private static final Set<Section> ALL = EnumSet.allOf(Section.class);

  /**
   * Pages begin at multiples of 50 or 100, or of the size of the page that came with the playlist.
   */
  private static final int PAGE_STEP = 50;

  /** The assumed size of a playlist that is not cached. */
  private static final int UNKNOWN_SIZE = 1_000;

  /**
   * How much later than the fence the new tasks are sent, so that their answers pass it: times are
   * stored in milliseconds.
   */
  private static final Duration BEHIND_THE_FENCE = Duration.ofMillis(1);

  private final TrackCache cache;
  private final WriteBack writeBack;
  private final Dispatcher dispatcher;

  public CacheInvalidation(TrackCache cache, Dispatcher dispatcher) {
    this.cache = cache;
    this.writeBack = new WriteBack(cache);
    this.dispatcher = dispatcher;
  }

  /** Removes the entries; the next request for them sends their tasks. */
  public Invalidated remove(Invalidation what, Instant now) {
    CacheView view = cache.read(toLookAt(what));
    return new Invalidated(names(invalidated(what, view, now)), Map.of());
  }

  /** Removes the entries, and sends tasks for new ones. */
  public Invalidated refresh(Invalidation what, RequestContext requestContext, Instant now) {
    CacheView before = cache.read(toLookAt(what));
    Set<CacheKey<?>> gone = invalidated(what, before, now);
    // Not read again: an eventually consistent read might still show what was just removed.
    CacheView view = before.without(gone);
    Instant behind = now.plus(BEHIND_THE_FENCE);
    Dispatched dispatched = dispatcher.dispatch(due(what, view, behind), requestContext, behind);
    return new Invalidated(names(gone), onItsWay(dispatched));
  }

  /** The keys to read first: their entries name further keys to remove and tasks to send. */
  private static Set<CacheKey<?>> toLookAt(Invalidation what) {
    Set<CacheKey<?>> keys = new LinkedHashSet<>(Cooldowns.all());
    for (SpotifyId playlist : what.playlists()) {
      keys.add(PlaylistChange.key(playlist));
      what.scopes().forEach(scope -> keys.add(PlaylistKeys.playlist(playlist, scope)));
      if (!what.tracks().isEmpty()) {
        for (int offset = 0; offset < UNKNOWN_SIZE; offset += PAGE_STEP) {
          keys.add(PlaylistKeys.page(playlist, offset));
        }
      }
    }
    what.tracks().forEach(track -> keys.add(EnrichmentKeys.track(track)));
    for (NamedKey named : what.keys()) {
      switch (named.subject()) {
        case Subject.OfPage(SpotifyId playlist, _) -> keys.add(PlaylistKeys.playlist(playlist));
        case Subject.OfDeezer(Track track) -> keys.addAll(TrackPlanner.keys(List.of(track), ALL));
        case Subject.OfPlaylist _,
            Subject.OfTrack _,
            Subject.OfAudioFeatures _,
            Subject.Other _ -> {}
      }
    }
    return keys;
  }

  private Set<CacheKey<?>> invalidated(Invalidation what, CacheView view, Instant now) {
    Set<CacheKey<?>> keys = new LinkedHashSet<>();
    what.playlists().forEach(playlist -> changed(playlist, view, now));
    what.keys().forEach(named -> keys.add(named.key()));
    for (Scope scope : what.scopes()) {
      what.playlists().forEach(playlist -> keys.addAll(keysOf(playlist, scope, view, now)));
    }
    Collection<Track> named = named(what, view, now);
    what.tracks().forEach(track -> keys.addAll(keysOf(track, named)));
    cache.invalidate(keys, now);
    return keys;
  }

  /** Records the change, which ends every user's own copy of the playlist. */
  private void changed(SpotifyId playlist, CacheView view, Instant now) {
    Slot<PlaylistChange> before = view.slot(PlaylistChange.key(playlist));
    writeBack.write(new PlaylistChange(now).entry(playlist), before);
  }

  /** The keys of the playlist and of every page that it may have, cached or about to be written. */
  private static List<CacheKey<?>> keysOf(SpotifyId id, Scope scope, CacheView view, Instant now) {
    Playlist playlist = view.slot(PlaylistKeys.playlist(id, scope)).value(now);
    Set<Integer> offsets =
        new LinkedHashSet<>(playlist == null ? List.of(0) : playlist.pageOffsets());
    int size = playlist == null ? UNKNOWN_SIZE : playlist.totalTracks();
    for (int offset = 0; offset < size; offset += PAGE_STEP) {
      offsets.add(offset);
    }
    List<CacheKey<?>> keys = new ArrayList<>(List.of(PlaylistKeys.playlist(id, scope)));
    offsets.forEach(offset -> keys.add(PlaylistKeys.page(id, offset, scope)));
    return keys;
  }

  private static List<CacheKey<?>> keysOf(SpotifyId id, Collection<Track> named) {
    List<CacheKey<?>> keys = new ArrayList<>();
    keys.add(EnrichmentKeys.track(id));
    keys.add(EnrichmentKeys.audioFeatures(id));
    keys.add(EnrichmentKeys.deezer(Track.ofId(id)));
    for (Track track : named) {
      if (id.equals(track.id())) {
        EnrichmentKeys.lastfm(track).ifPresent(keys::add);
        EnrichmentKeys.isrc(track).ifPresent(keys::add);
        if (track.title() != null) {
          keys.add(EnrichmentKeys.correction(track.mainArtist().orElseThrow(), track.title()));
        }
        keys.add(new DeezerQuestion.OfNames(track).key());
        Isrc isrc = track.isrc();
        if (isrc != null) {
          keys.add(new DeezerQuestion.OfIsrc(isrc).key());
          keys.add(EnrichmentKeys.deezerSearch(isrc, track.duration()));
          keys.add(EnrichmentKeys.deezerSearch(isrc, null));
        }
      }
    }
    return keys;
  }

  /** The tracks whose names are cached, under their own key or on a page of the playlist. */
  private static List<Track> named(Invalidation what, CacheView view, Instant now) {
    Stream<Track> byThemselves =
        what.tracks().stream()
            .map(id -> Optional.ofNullable(view.slot(EnrichmentKeys.track(id)).value(now)))
            .flatMap(Optional::stream);
    Stream<Track> fromPages =
        what.playlists().stream().flatMap(playlist -> pages(playlist, view, now));
    return Stream.concat(byThemselves, fromPages).filter(Track::isNamed).distinct().toList();
  }

  private static Stream<Track> pages(SpotifyId playlist, CacheView view, Instant now) {
    return Stream.iterate(0, offset -> offset < UNKNOWN_SIZE, offset -> offset + PAGE_STEP)
        .map(offset -> view.slot(PlaylistKeys.page(playlist, offset)).value(now))
        .filter(Objects::nonNull)
        .flatMap(page -> page.tracks().stream());
  }

  private static List<Due> due(Invalidation what, CacheView view, Instant now) {
    KeyPlanner keys = new KeyPlanner(view, now);
    TrackPlanner tracks = new TrackPlanner(ALL, keys);
    what.tracks().forEach(id -> tracks.add(Track.ofId(id)));
    what.keys().forEach(named -> plan(named.subject(), keys));
    what.playlists().forEach(playlist -> plan(playlist, what.viewer(), keys));
    return keys.takeDue();
  }

  private static void plan(Subject subject, KeyPlanner keys) {
    switch (subject) {
      case Subject.OfPlaylist(SpotifyId playlist) -> plan(playlist, null, keys);
      case Subject.OfPage(SpotifyId playlist, int offset) -> plan(playlist, offset, keys);
      case Subject.OfDeezer(Track track) -> plan(track, Section.DEEZER, keys);
      case Subject.OfAudioFeatures(Track track) -> plan(track, Section.AUDIO_FEATURES, keys);
      case Subject.OfTrack(SpotifyId id) ->
          keys.plan(EnrichmentKeys.track(id), new Task.FetchTracks(List.of(id), Set.of()));
      case Subject.Other() -> {}
    }
  }

  private static void plan(SpotifyId playlist, @Nullable Viewer viewer, KeyPlanner keys) {
    Task.FetchPlaylist task = new Task.FetchPlaylist(playlist, ALL, viewer);
    keys.plan(PlaylistKeys.playlist(playlist, task.scope()), task);
  }

  /**
   * Plans a page of a cached playlist. If the playlist is not cached, its own task will fetch the
   * page.
   */
  private static void plan(SpotifyId id, int offset, KeyPlanner keys) {
    Playlist playlist = keys.value(PlaylistKeys.playlist(id));
    if (playlist != null && playlist.pageOffsets().contains(offset)) {
      keys.plan(
          PlaylistKeys.page(id, offset), Task.FetchPlaylistPage.of(playlist, offset, ALL, null));
    }
  }

  private static void plan(Track track, Section section, KeyPlanner keys) {
    new TrackPlanner(Set.of(section), keys).add(track);
  }

  private static List<String> names(Set<CacheKey<?>> keys) {
    return keys.stream().map(CacheKey::value).distinct().toList();
  }

  private static Map<Provider, Integer> onItsWay(Dispatched dispatched) {
    Map<Provider, Integer> counts = new EnumMap<>(Provider.class);
    Stream.concat(dispatched.sent().stream(), dispatched.askedByOthers().stream())
        .forEach(task -> counts.merge(task.provider(), 1, Integer::sum));
    return counts;
  }
}
