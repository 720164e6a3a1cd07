package io.linernotes.analysis;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.cache.TrackCache;
import io.linernotes.planning.Cooldowns;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.Due;
import io.linernotes.planning.Enricher;
import io.linernotes.planning.KeyPlanner;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistChange;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.session.Scope;
import io.linernotes.session.Viewer;
import io.linernotes.task.Task;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers "analyse this playlist". Status, progress and aggregates are those of the whole playlist,
 * even if the answer shows a part of it; so a complete answer is complete for all tracks.
 *
 * <p>A request sends tasks for the tracks of the pages that it shows. For each other incomplete
 * page it sends one task, whose worker enriches the page's tracks; so the work of one request is
 * bounded by the number of pages.
 */
public final class PlaylistAnalyzer {

  /**
   * The first read tries the page offsets 0, 50, 100, … below 1,000. This covers most playlists,
   * with pages of 50 or of 100.
   */
  private static final int GUESS_STEP = 50;

  private static final int GUESS_TO = 1_000;

  private final TrackCache cache;
  private final Enricher enricher;
  private final Dispatcher dispatcher;
  private final Map<Provider, Quota> quotas;

  public PlaylistAnalyzer(TrackCache cache, Dispatcher dispatcher, Map<Provider, Quota> quotas) {
    this.cache = cache;
    this.dispatcher = dispatcher;
    this.enricher = new Enricher(cache, dispatcher);
    this.quotas = Map.copyOf(quotas);
  }

  /** Analyses the playlist, and sends the tasks that are due. */
  public PlaylistAnswer analyze(
      PlaylistRequest request, RequestContext requestContext, Instant now) {
    SpotifyId id = request.playlist();
    CacheView view =
        PlaylistChange.withoutOlderCopies(cache.read(firstKeys(request)), id, request.scope(), now);
    Reading reading = reading(id, request.scope(), view, now);
    Scope scope = reading.scope();
    Entry<Playlist> fresh = reading.fresh();
    if (fresh != null && fresh.isMiss()) {
      return new PlaylistAnswer.Unknown();
    }
    KeyPlanner keys = new KeyPlanner(view, now);
    boolean refreshing =
        fresh == null
            && keys.plan(
                    PlaylistKeys.playlist(id, request.scope()),
                    new Task.FetchPlaylist(id, request.sections(), request.viewer()))
                .onItsWay();
    dispatcher.dispatch(keys.takeDue(), requestContext, now);
    Playlist playlist = view.slot(PlaylistKeys.playlist(id, scope)).value(now);
    if (playlist == null) {
      return new PlaylistAnswer.NotHereYet(refreshing ? null : closedFor(view, now));
    }
    if (playlist.contentsForbidden()) {
      return new PlaylistAnswer.Forbidden();
    }
    CacheView pages = withAllPages(playlist, scope, view, now);
    return new PlaylistAnswer.Analyzed(
        new Pages(request, requestContext, now, playlist, scope, pages)
            .analysis(fresh == null ? Status.STALE : Status.HIT, refreshing));
  }

  private static @Nullable Duration closedFor(CacheView view, Instant now) {
    return new Cooldowns(view, now)
        .blocking(Provider.SPOTIFY)
        .map(Cooldowns.Running::left)
        .orElse(null);
  }

  /** The state of a playlist's own data; sends its task if it is due. */
  public SectionState<Playlist> find(
      SpotifyId id, @Nullable Viewer viewer, RequestContext requestContext, Instant now) {
    Task.FetchPlaylist task = new Task.FetchPlaylist(id, Set.of(), viewer);
    Set<CacheKey<?>> wanted = new LinkedHashSet<>(Cooldowns.all());
    wanted.addAll(
        List.of(
            PlaylistKeys.playlist(id),
            PlaylistKeys.playlist(id, task.scope()),
            PlaylistChange.key(id)));
    CacheView view = PlaylistChange.withoutOlderCopies(cache.read(wanted), id, task.scope(), now);
    Reading reading = reading(id, task.scope(), view, now);
    KeyPlanner keys = new KeyPlanner(view, now);
    Scope scope = reading.fresh() == null ? task.scope() : reading.scope();
    SectionState<Playlist> state = keys.plan(PlaylistKeys.playlist(id, scope), task);
    dispatcher.dispatch(keys.takeDue(), requestContext, now);
    return state;
  }

  /**
   * The copy of a playlist that is read.
   *
   * @param fresh the fresh entry in that scope; null if there is none
   */
  private record Reading(Scope scope, @Nullable Entry<Playlist> fresh) {}

  /**
   * Users are served everybody's copy as well. Once that copy is old, the user's own copy is
   * requested. It is read instead if Spotify shows it to the user; otherwise everybody's copy stays
   * in use.
   */
  private static Reading reading(SpotifyId id, Scope scope, CacheView view, Instant now) {
    Slot<Playlist> shared = view.slot(PlaylistKeys.playlist(id));
    Reading everybodys = new Reading(Scope.EVERYBODY, shared.fresh(now));
    if (scope.equals(Scope.EVERYBODY)) {
      return everybodys;
    }
    Entry<Playlist> own = view.slot(PlaylistKeys.playlist(id, scope)).fresh(now);
    Entry<Playlist> known = shared.alive(now);
    if (known == null || !isReadable(known)) {
      return new Reading(scope, own);
    }
    if (everybodys.fresh() != null && !known.isOld(now)) {
      return everybodys;
    }
    if (own == null) {
      return new Reading(Scope.EVERYBODY, null);
    }
    boolean isRefused = !own.isMiss() && !isReadable(own);
    return isRefused && everybodys.fresh() != null ? everybodys : new Reading(scope, own);
  }

  private static boolean isReadable(Entry<Playlist> entry) {
    Playlist playlist = entry.value();
    return playlist != null && !playlist.contentsForbidden();
  }

  private static Set<CacheKey<?>> firstKeys(PlaylistRequest request) {
    Set<CacheKey<?>> keys = new LinkedHashSet<>(Cooldowns.all());
    if (request.viewer() != null) {
      keys.add(PlaylistChange.key(request.playlist()));
    }
    for (Scope scope : List.of(Scope.EVERYBODY, request.scope())) {
      keys.add(PlaylistKeys.playlist(request.playlist(), scope));
      for (int offset = 0; offset < GUESS_TO; offset += GUESS_STEP) {
        keys.add(PlaylistKeys.page(request.playlist(), offset, scope));
      }
    }
    return keys;
  }

  private CacheView withAllPages(Playlist playlist, Scope scope, CacheView first, Instant now) {
    List<CacheKey<PlaylistPage>> others =
        playlist.pageOffsets().stream()
            .filter(offset -> offset >= GUESS_TO || offset % GUESS_STEP != 0)
            .map(offset -> PlaylistKeys.page(playlist.id(), offset, scope))
            .toList();
    return others.isEmpty()
        ? first
        : PlaylistChange.withoutOlderCopies(
            first.with(cache.read(others)), playlist.id(), scope, now);
  }

  /** The pages of one playlist in one request: the state that its steps share. */
  private final class Pages {

    private final PlaylistRequest request;
    private final RequestContext requestContext;
    private final Instant now;
    private final Playlist playlist;
    private final Scope scope;
    private final CacheView view;
    private final KeyPlanner keys;
    private final List<Due> due = new ArrayList<>();

    Pages(
        PlaylistRequest request,
        RequestContext requestContext,
        Instant now,
        Playlist playlist,
        Scope scope,
        CacheView view) {
      this.request = request;
      this.requestContext = requestContext;
      this.now = now;
      this.playlist = playlist;
      this.scope = scope;
      this.view = view;
      this.keys = new KeyPlanner(view, now);
    }

    Analysis analysis(Status playlistStatus, boolean playlistRefreshing) {
      boolean refreshing = playlistRefreshing;
      int unseen = 0;
      List<PlaylistPage> pages = new ArrayList<>();
      for (int offset : playlist.pageOffsets()) {
        Slot<PlaylistPage> slot = playlist.staleUnlessCurrent(slot(offset), now);
        if (!playlistRefreshing) {
          refreshing |= keys.plan(slot, task(offset)).onItsWay();
        }
        PlaylistPage page = slot.value(now);
        if (page == null) {
          unseen += playlist.sizeOfPage(offset);
        } else {
          pages.add(page);
        }
      }
      AnalysisBuilder composition = composed(pages);
      List<Due> pagesFirst = new ArrayList<>(keys.takeDue());
      pagesFirst.addAll(due);
      dispatcher.dispatch(pagesFirst, requestContext, now);
      return composition.analysis(
          playlist, playlistStatus, request.offset(), request.limit(), unseen, refreshing, quotas);
    }

    private Slot<PlaylistPage> slot(int offset) {
      return view.slot(PlaylistKeys.page(playlist.id(), offset, scope));
    }

    private Task task(int offset) {
      Viewer viewer = request.viewer();
      return Task.FetchPlaylistPage.of(
          playlist, offset, request.sections(), viewer == null ? null : viewer.in(scope));
    }

    private AnalysisBuilder composed(List<PlaylistPage> pages) {
      List<Track> tracks = pages.stream().flatMap(page -> page.tracks().stream()).toList();
      CacheView tracksView = enricher.view(tracks, request.sections(), now);
      AnalysisBuilder composition = new AnalysisBuilder(request.sections(), tracksView, now);
      for (PlaylistPage page : pages) {
        int position = page.offset();
        for (PlaylistEntry entry : page.entries()) {
          composition.add(position++, entry);
        }
        Entry<PlaylistPage> fresh = slot(page.offset()).fresh(now);
        if (!page.isWhole() && fresh != null) {
          composition.unknownFor(Duration.between(now, fresh.freshUntil()));
        }
        List<Due> dueOfPage = composition.takeDue();
        if (isShown(page)) {
          due.addAll(dueOfPage);
        } else if (!dueOfPage.isEmpty()) {
          keys.planFollowUps(slot(page.offset()), task(page.offset()));
        }
      }
      return composition;
    }

    private boolean isShown(PlaylistPage page) {
      return page.offset() < request.offset() + request.limit()
          && page.offset() + page.entries().size() > request.offset();
    }
  }
}
