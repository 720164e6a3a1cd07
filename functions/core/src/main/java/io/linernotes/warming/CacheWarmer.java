package io.linernotes.warming;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.cache.TrackCache;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Cooldowns;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.Dispatcher.Dispatched;
import io.linernotes.planning.Due;
import io.linernotes.planning.Enricher;
import io.linernotes.planning.Planner;
import io.linernotes.planning.RequestContext;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.task.QueueDepths;
import io.linernotes.task.Task;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.warming.WarmingReport.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes what would become stale before it runs again, the most wanted first, within the share
 * of each quota that is left to it. What is left out now is due again the next time.
 */
public final class CacheWarmer {

  private static final Set<Section> ALL = EnumSet.allOf(Section.class);

  /** What the queues treat fairly against everybody's requests. */
  private static final String GROUP = "warming";

  /** The part of the interval in which what one run sends is worked off, before the next one's. */
  private static final int MARGIN = 3;

  private final TrackCache cache;
  private final Dispatcher dispatcher;
  private final Enricher enricher;
  private final QueueDepths queues;
  private final Map<Provider, Quota> quotas;
  private final WarmingSettings settings;

  public CacheWarmer(
      TrackCache cache,
      Dispatcher dispatcher,
      QueueDepths queues,
      Map<Provider, Quota> quotas,
      WarmingSettings settings) {
    this.cache = cache;
    this.dispatcher = dispatcher;
    this.enricher = new Enricher(cache, dispatcher);
    this.queues = queues;
    this.quotas = Map.copyOf(quotas);
    this.settings = settings;
  }

  /** Has asked what is due. */
  public WarmingReport warm(WarmupTargets targets, String correlationId, Instant now) {
    Duration interval = settings.interval();
    Instant freshUntil = now.plus(interval).plus(interval.dividedBy(MARGIN));
    return new Run(targets, new RequestContext(correlationId, GROUP, freshUntil), freshUntil, now)
        .report();
  }

  /** One run: the state that its steps share. */
  private final class Run {

    private final WarmupTargets targets;
    private final RequestContext requestContext;
    private final Instant freshUntil;
    private final Instant now;
    private final Budget budget;
    private final Set<String> asked = new HashSet<>();
    private final Set<Track> tracksSeen = new HashSet<>();
    private final Map<Provider, Counts> counts = new EnumMap<>(Provider.class);

    Run(WarmupTargets targets, RequestContext requestContext, Instant freshUntil, Instant now) {
      this.targets = targets;
      this.requestContext = requestContext;
      this.freshUntil = freshUntil;
      this.now = now;
      this.budget = new Budget(quotas, queues.depths(), settings);
    }

    WarmingReport report() {
      Set<SpotifyId> playlists = new LinkedHashSet<>(targets.playlists());
      playlists.forEach(this::warm);
      send(due(targets.tracks()));
      return new WarmingReport(freshUntil, playlists.size(), tracksSeen.size(), counts);
    }

    private void warm(SpotifyId id) {
      Set<CacheKey<?>> keys = new LinkedHashSet<>(Cooldowns.all());
      keys.add(PlaylistKeys.playlist(id));
      CacheView view = cache.read(keys);
      Slot<Playlist> slot = view.slot(PlaylistKeys.playlist(id));
      boolean spotifyIsOpen = new Cooldowns(view, now).blocking(Provider.SPOTIFY).isEmpty();
      Playlist playlist = slot.value(now);
      List<Due> due = new ArrayList<>();
      boolean isDue = slot.fresh(freshUntil) == null;
      if (isDue) {
        ask(slot, spotifyIsOpen, due, () -> refreshed(id, playlist));
      } else {
        count(Provider.SPOTIFY, new Counts(0, 1, 0, 0));
      }
      if (playlist != null && !playlist.contentsForbidden()) {
        // A playlist that is asked for has its pages looked at by its worker.
        due.addAll(contents(playlist, isDue, spotifyIsOpen));
      }
      send(due);
    }

    private Task refreshed(SpotifyId id, @Nullable Playlist known) {
      boolean enriched = known == null && targets.unseenToo();
      return new Task.FetchPlaylist(id, enriched ? budget.takeSections() : Set.of());
    }

    private interface Question {
      Task task();
    }

    private void ask(Slot<?> slot, boolean spotifyIsOpen, List<Due> due, Question question) {
      if (slot.isLeased(now)) {
        count(Provider.SPOTIFY, new Counts(0, 0, 1, 0));
      } else if (!spotifyIsOpen) {
        count(Provider.SPOTIFY, new Counts(0, 0, 0, 1));
      } else {
        due.add(new Due(slot, question.task()));
      }
    }

    private List<Due> contents(Playlist playlist, boolean isRefreshed, boolean spotifyIsOpen) {
      CacheView pages =
          cache.read(
              playlist.pageOffsets().stream()
                  .map(offset -> PlaylistKeys.page(playlist.id(), offset))
                  .toList());
      List<Due> due = new ArrayList<>();
      List<Track> tracks = new ArrayList<>();
      for (int offset : playlist.pageOffsets()) {
        Slot<PlaylistPage> slot = pages.slot(PlaylistKeys.page(playlist.id(), offset));
        if (isCurrent(slot, playlist)) {
          count(Provider.SPOTIFY, new Counts(0, 1, 0, 0));
        } else if (!isRefreshed) {
          ask(slot, spotifyIsOpen, due, () -> page(playlist, offset));
        }
        PlaylistPage page = slot.value(now);
        if (page != null) {
          tracks.addAll(page.tracks());
        }
      }
      due.addAll(due(tracks));
      return due;
    }

    private boolean isCurrent(Slot<PlaylistPage> slot, Playlist playlist) {
      Entry<PlaylistPage> fresh = slot.fresh(freshUntil);
      PlaylistPage page = fresh == null ? null : fresh.value();
      return page != null && Objects.equals(page.snapshotId(), playlist.snapshotId());
    }

    private Task page(Playlist playlist, int offset) {
      return new Task.FetchPlaylistPage(
          playlist.id(), offset, playlist.sizeOfPage(offset), playlist.snapshotId(), Set.of());
    }

    private List<Due> due(Collection<Track> tracks) {
      if (tracks.isEmpty()) {
        return List.of();
      }
      Planner planner = new Planner(ALL, enricher.view(tracks, ALL, now), now, freshUntil);
      for (Track track : tracks) {
        tracksSeen.add(track.identity());
        planner.add(track);
      }
      planner
          .notDue()
          .forEach(
              (provider, found) ->
                  count(
                      provider,
                      new Counts(
                          0,
                          found.getOrDefault(Planner.Found.FRESH, 0),
                          found.getOrDefault(Planner.Found.ON_ITS_WAY, 0),
                          found.getOrDefault(Planner.Found.REFUSED, 0))));
      return planner.takeDue();
    }

    private void send(List<Due> due) {
      List<Due> affordable = new ArrayList<>();
      for (Due each : due) {
        if (!asked.add(each.seen().key().value())) {
          continue;
        }
        if (budget.take(each)) {
          affordable.add(each);
        } else {
          count(each.task().provider(), new Counts(0, 0, 0, 1));
        }
      }
      Dispatched dispatched = dispatcher.dispatch(affordable, requestContext, now);
      dispatched.sent().forEach(task -> count(task.provider(), new Counts(1, 0, 0, 0)));
      dispatched.askedByOthers().forEach(task -> count(task.provider(), new Counts(0, 0, 1, 0)));
      dispatched.unsent().forEach(task -> count(task.provider(), new Counts(0, 0, 0, 1)));
    }

    private void count(Provider provider, Counts more) {
      counts.merge(provider, more, Counts::plus);
    }
  }
}
