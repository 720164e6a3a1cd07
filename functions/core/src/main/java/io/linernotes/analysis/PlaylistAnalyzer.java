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
    CacheView view = cache.read(firstKeys(id));
    Slot<Playlist> slot = view.slot(PlaylistKeys.playlist(id));
    Entry<Playlist> fresh = slot.fresh(now);
    if (fresh != null && fresh.isMiss()) {
      return new PlaylistAnswer.Unknown();
    }
    Optional<Cooldowns.Running> closed = new Cooldowns(view, now).closing(Provider.SPOTIFY);
    boolean refreshing = fresh == null && closed.isEmpty();
    if (refreshing && !slot.isLeased(now)) {
      Task task = new Task.FetchPlaylist(id, request.sections());
      dispatcher.dispatch(List.of(new Due(slot, task)), errand, now);
    }
    Playlist playlist = slot.value(now);
    if (playlist == null) {
      return new PlaylistAnswer.NotHereYet(closed.map(Cooldowns.Running::left).orElse(null));
    }
    if (playlist.contentsForbidden()) {
      return new PlaylistAnswer.Forbidden();
    }
    return new PlaylistAnswer.Analyzed(
        new Pages(request, errand, now, playlist, withAllPages(playlist, view))
            .analysis(refreshing, closed.isPresent()));
  }

  private static Set<CacheKey<?>> firstKeys(SpotifyId id) {
    Set<CacheKey<?>> keys = new LinkedHashSet<>(Cooldowns.all());
    keys.add(PlaylistKeys.playlist(id));
    for (int offset = 0; offset < GUESS_TO; offset += GUESS_STEP) {
      keys.add(PlaylistKeys.page(id, offset));
    }
    return keys;
  }

  private CacheView withAllPages(Playlist playlist, CacheView first) {
    List<CacheKey<PlaylistPage>> others =
        playlist.pageOffsets().stream()
            .filter(offset -> offset >= GUESS_TO || offset % GUESS_STEP != 0)
            .map(offset -> PlaylistKeys.page(playlist.id(), offset))
            .toList();
    return others.isEmpty() ? first : first.with(cache.read(others));
  }

  /** The pages of one playlist in one request: the state that its steps share. */
  private final class Pages {

    private final PlaylistRequest request;
    private final Errand errand;
    private final Instant now;
    private final Playlist playlist;
    private final CacheView view;
    private final List<Due> due = new ArrayList<>();

    Pages(PlaylistRequest request, Errand errand, Instant now, Playlist playlist, CacheView view) {
      this.request = request;
      this.errand = errand;
      this.now = now;
      this.playlist = playlist;
      this.view = view;
    }

    Analysis analysis(boolean playlistRefreshing, boolean spotifyClosed) {
      boolean refreshing = playlistRefreshing;
      int unseen = 0;
      List<PlaylistPage> pages = new ArrayList<>();
      for (int offset : playlist.pageOffsets()) {
        Slot<PlaylistPage> slot = view.slot(PlaylistKeys.page(playlist.id(), offset));
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
      PlaylistPage page = fresh == null ? null : fresh.value();
      return page != null
          && (page.snapshotId() == null
              || playlist.snapshotId() == null
              || Objects.equals(page.snapshotId(), playlist.snapshotId()));
    }

    private void askFor(Slot<PlaylistPage> slot, int offset) {
      if (!slot.isLeased(now)) {
        due.add(
            new Due(
                slot,
                new Task.FetchPlaylistPage(
                    playlist.id(),
                    offset,
                    playlist.sizeOfPage(offset),
                    playlist.snapshotId(),
                    request.sections())));
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
          askFor(view.slot(PlaylistKeys.page(playlist.id(), page.offset())), page.offset());
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
