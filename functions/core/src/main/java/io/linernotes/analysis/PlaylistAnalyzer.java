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
import io.linernotes.planning.Errand;
import io.linernotes.playlist.Playlist;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers "analyse this playlist". Status, progress and aggregates are those of the whole playlist,
 * whatever part of it is shown; so an answer that says complete is.
 *
 * <p>A request itself sends only what the pages that it shows lack. For every other page that lacks
 * something, one task is sent that has the page's tracks looked after, so that the largest playlist
 * costs one request no more than its pages.
 */
public final class PlaylistAnalyzer {

  /** The offsets that the first read tries, for pages of 100 and of 50: most playlists whole. */
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

  /** Analyses the playlist, and sends what is due. */
  public PlaylistAnswer analyze(PlaylistRequest request, Errand errand, Instant now) {
    SpotifyId id = request.playlist();
    CacheView view = cache.read(firstKeys(request));
    Scope scope = scope(request, view, now);
    Slot<Playlist> slot = view.slot(PlaylistKeys.playlist(id, scope));
    Entry<Playlist> fresh = slot.fresh(now);
    if (fresh != null && fresh.isMiss()) {
      return new PlaylistAnswer.Unknown();
    }
    Optional<Cooldowns.Running> closed = new Cooldowns(view, now).closing(Provider.SPOTIFY);
    boolean refreshing = fresh == null && closed.isEmpty();
    Slot<Playlist> asked = view.slot(PlaylistKeys.playlist(id, request.scope()));
    if (refreshing && !asked.isLeased(now)) {
      Task task = new Task.FetchPlaylist(id, request.sections(), request.viewer());
      dispatcher.dispatch(List.of(new Due(asked, task)), errand, now);
    }
    Playlist playlist = slot.value(now);
    if (playlist == null) {
      return new PlaylistAnswer.NotHereYet(closed.map(Cooldowns.Running::left).orElse(null));
    }
    if (playlist.contentsForbidden()) {
      return new PlaylistAnswer.Forbidden();
    }
    return new PlaylistAnswer.Analyzed(
        new Pages(request, errand, now, playlist, scope, withAllPages(playlist, scope, view))
            .analysis(refreshing, closed.isPresent()));
  }

  /**
   * Where to look for a playlist's own data: what everybody may see, while that is fresh, else what
   * the viewer was shown.
   */
  public Scope scope(SpotifyId playlist, @Nullable Viewer viewer, Instant now) {
    if (viewer == null) {
      return Scope.EVERYBODY;
    }
    CacheKey<Playlist> shared = PlaylistKeys.playlist(playlist);
    Entry<Playlist> fresh = cache.read(List.of(shared)).slot(shared).fresh(now);
    Playlist readable = fresh == null ? null : fresh.value();
    return readable == null || readable.contentsForbidden() ? viewer.scope() : Scope.EVERYBODY;
  }

  /**
   * Where the answer is read: what everybody may see serves a user too, unless it is only stale and
   * the user's own is fresh.
   */
  private static Scope scope(PlaylistRequest request, CacheView view, Instant now) {
    Slot<Playlist> shared = view.slot(PlaylistKeys.playlist(request.playlist()));
    Playlist readable = shared.value(now);
    if (readable == null || readable.contentsForbidden()) {
      return request.scope();
    }
    Slot<Playlist> own = view.slot(PlaylistKeys.playlist(request.playlist(), request.scope()));
    return shared.fresh(now) == null && own.fresh(now) != null ? request.scope() : Scope.EVERYBODY;
  }

  private static Set<CacheKey<?>> firstKeys(PlaylistRequest request) {
    Set<CacheKey<?>> keys = new LinkedHashSet<>(Cooldowns.all());
    for (Scope scope : List.of(Scope.EVERYBODY, request.scope())) {
      keys.add(PlaylistKeys.playlist(request.playlist(), scope));
      for (int offset = 0; offset < GUESS_TO; offset += GUESS_STEP) {
        keys.add(PlaylistKeys.page(request.playlist(), offset, scope));
      }
    }
    return keys;
  }

  private CacheView withAllPages(Playlist playlist, Scope scope, CacheView first) {
    List<CacheKey<PlaylistPage>> others =
        playlist.pageOffsets().stream()
            .filter(offset -> offset >= GUESS_TO || offset % GUESS_STEP != 0)
            .map(offset -> PlaylistKeys.page(playlist.id(), offset, scope))
            .toList();
    return others.isEmpty() ? first : first.with(cache.read(others));
  }

  /** The pages of one playlist in one request: the state that its steps share. */
  private final class Pages {

    private final PlaylistRequest request;
    private final Errand errand;
    private final Instant now;
    private final Playlist playlist;
    private final Scope scope;
    private final CacheView view;
    private final List<Due> due = new ArrayList<>();

    Pages(
        PlaylistRequest request,
        Errand errand,
        Instant now,
        Playlist playlist,
        Scope scope,
        CacheView view) {
      this.request = request;
      this.errand = errand;
      this.now = now;
      this.playlist = playlist;
      this.scope = scope;
      this.view = view;
    }

    Analysis analysis(boolean playlistRefreshing, boolean spotifyClosed) {
      boolean refreshing = playlistRefreshing;
      int unseen = 0;
      List<PlaylistPage> pages = new ArrayList<>();
      for (int offset : playlist.pageOffsets()) {
        Slot<PlaylistPage> slot = view.slot(PlaylistKeys.page(playlist.id(), offset, scope));
        PlaylistPage page = slot.value(now);
        if (!isCurrent(slot) && !playlistRefreshing && !spotifyClosed) {
          refreshing = true;
          askFor(slot, offset);
        }
        if (page == null) {
          unseen += playlist.sizeOfPage(offset);
        } else {
          pages.add(page);
        }
      }
      Composition composition = composed(pages);
      dispatcher.dispatch(due, errand, now);
      return composition.analysis(
          playlist, request.offset(), request.limit(), unseen, refreshing, quotas);
    }

    /** Whether the page is fresh and of the playlist's own version. */
    private boolean isCurrent(Slot<PlaylistPage> slot) {
      Entry<PlaylistPage> fresh = slot.fresh(now);
      if (fresh == null) {
        return false;
      }
      PlaylistPage page = fresh.value();
      // A page that Spotify does not have is not asked for again until the miss has had its time.
      return page == null
          || (page.snapshotId() == null
              || playlist.snapshotId() == null
              || Objects.equals(page.snapshotId(), playlist.snapshotId()));
    }

    private void askFor(Slot<PlaylistPage> slot, int offset) {
      Viewer viewer = request.viewer();
      if (!slot.isLeased(now)) {
        due.add(
            new Due(
                slot,
                new Task.FetchPlaylistPage(
                    playlist.id(),
                    offset,
                    playlist.sizeOfPage(offset),
                    playlist.snapshotId(),
                    request.sections(),
                    viewer == null ? null : viewer.in(scope))));
      }
    }

    private Composition composed(List<PlaylistPage> pages) {
      List<Track> tracks = pages.stream().flatMap(page -> page.tracks().stream()).toList();
      CacheView tracksView = enricher.view(tracks, request.sections(), now);
      Composition composition = new Composition(request.sections(), tracksView, now);
      for (PlaylistPage page : pages) {
        int position = page.offset();
        for (PlaylistEntry entry : page.entries()) {
          composition.add(position++, entry);
        }
        List<Due> dueOfPage = composition.takeDue();
        if (isShown(page)) {
          due.addAll(dueOfPage);
        } else if (!dueOfPage.isEmpty()) {
          askFor(view.slot(PlaylistKeys.page(playlist.id(), page.offset(), scope)), page.offset());
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
