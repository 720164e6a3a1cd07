package io.linernotes.warming;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Slot;
import io.linernotes.cache.TrackCache;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Cooldowns;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.Dispatcher.Dispatched;
import io.linernotes.planning.Due;
import io.linernotes.planning.Enricher;
import io.linernotes.planning.KeyPlanner;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.TrackPlanner;
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
import io.linernotes.warming.WarmupTargets.Position;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes entries that would become stale before its next run, in the order of its targets,
 * within its share of each quota. A run stops when no provider can take another call, or after
 * {@value #MOST_READS} cache reads; the next run resumes where it stopped.
 */
public final class CacheWarmer {

  private static final Set<Section> ALL = EnumSet.allOf(Section.class);

  /**
   * The cache keys that one run reads before it stops; checked after each step of at most {@value
   * #PAGES_PER_STEP} pages: about two minutes of a Lambda, and 10,000 read units.
   */
  static final int MOST_READS = 20_000;

  /** Pages that are read, planned and sent together. */
  static final int PAGES_PER_STEP = 5;

  /** The warmer's fairness group in the queues. */
  private static final String GROUP = "warming";

  /**
   * The look-ahead is longer than the interval by a third, the time in which the next run's tasks
   * are done.
   */
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

  /** Plans the targets and sends the tasks that are due, within the budget. */
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
    private int reads;

    Run(WarmupTargets targets, RequestContext requestContext, Instant freshUntil, Instant now) {
      this.targets = targets;
      this.requestContext = requestContext;
      this.freshUntil = freshUntil;
      this.now = now;
      this.budget = new Budget(quotas, queues.depths(), settings);
    }

    WarmingReport report() {
      send(due(targets.tracks()));
      List<SpotifyId> playlists = remaining();
      int offset = targets.from() == null ? 0 : targets.from().offset();
      for (int i = 0; i < playlists.size(); i++) {
        Position stoppedAt = warm(playlists.get(i), offset);
        if (stoppedAt == null && isExhausted() && i + 1 < playlists.size()) {
          stoppedAt = new Position(playlists.get(i + 1), 0);
        }
        if (stoppedAt != null) {
          return new WarmingReport(freshUntil, i + 1, tracksSeen.size(), counts, stoppedAt);
        }
        offset = 0;
      }
      return new WarmingReport(freshUntil, playlists.size(), tracksSeen.size(), counts, null);
    }

    /**
     * The playlists from the one at which the last run stopped; all if that one is no longer a
     * target.
     */
    private List<SpotifyId> remaining() {
      List<SpotifyId> playlists = targets.playlists().stream().distinct().toList();
      Position from = targets.from();
      int first = from == null ? 0 : Math.max(0, playlists.indexOf(from.playlist()));
      return playlists.subList(first, playlists.size());
    }

    private boolean isExhausted() {
      return reads >= MOST_READS || budget.isSpent();
    }

    /**
     * Plans a playlist, from the page at offset {@code from} on.
     *
     * @return where it stopped; null if it finished
     */
    private @Nullable Position warm(SpotifyId id, int from) {
      Set<CacheKey<?>> wanted = new LinkedHashSet<>(Cooldowns.all());
      wanted.add(PlaylistKeys.playlist(id));
      CacheView view = read(wanted);
      Slot<Playlist> slot = view.slot(PlaylistKeys.playlist(id));
      Playlist playlist = slot.value(now);
      send(due(id, playlist, view));
      if (playlist == null || playlist.contentsForbidden()) {
        return null;
      }
      List<Integer> offsets =
          playlist.pageOffsets().stream().filter(offset -> offset >= from).toList();
      for (int i = 0; i < offsets.size(); i += PAGES_PER_STEP) {
        if (i > 0 && isExhausted()) {
          return new Position(id, offsets.get(i));
        }
        List<Integer> step = offsets.subList(i, Math.min(offsets.size(), i + PAGES_PER_STEP));
        send(contents(playlist, step, slot.fresh(freshUntil) == null, view));
      }
      return null;
    }

    private CacheView read(Collection<? extends CacheKey<?>> keys) {
      reads += keys.size();
      return cache.read(keys);
    }

    private List<Due> due(SpotifyId id, @Nullable Playlist known, CacheView view) {
      KeyPlanner keys = new KeyPlanner(view, now, freshUntil);
      keys.plan(PlaylistKeys.playlist(id), new Task.FetchPlaylist(id, Set.of()));
      count(keys);
      boolean enriched = known == null && targets.unseenToo();
      return keys.takeDue().stream()
          .map(
              each ->
                  enriched
                      ? new Due(each.seen(), new Task.FetchPlaylist(id, budget.takeSections()))
                      : each)
          .toList();
    }

    /**
     * What is due among some of the playlist's pages and their tracks.
     *
     * @param isRefreshed whether the playlist itself is due, whose worker then fetches the pages
     */
    private List<Due> contents(
        Playlist playlist, List<Integer> offsets, boolean isRefreshed, CacheView cooldowns) {
      CacheView pages =
          read(offsets.stream().map(offset -> PlaylistKeys.page(playlist.id(), offset)).toList());
      KeyPlanner keys = new KeyPlanner(cooldowns.with(pages), now, freshUntil);
      List<Track> tracks = new ArrayList<>();
      for (int offset : offsets) {
        Slot<PlaylistPage> slot = pages.slot(PlaylistKeys.page(playlist.id(), offset));
        keys.plan(
            playlist.staleUnlessCurrent(slot, now),
            Task.FetchPlaylistPage.of(playlist, offset, Set.of(), null));
        PlaylistPage page = slot.value(now);
        if (page != null) {
          tracks.addAll(page.tracks());
        }
      }
      count(keys);
      List<Due> due = new ArrayList<>(isRefreshed ? List.of() : keys.takeDue());
      due.addAll(due(tracks));
      return due;
    }

    private List<Due> due(Collection<Track> tracks) {
      if (tracks.isEmpty()) {
        return List.of();
      }
      reads += TrackPlanner.keys(tracks, ALL).size();
      KeyPlanner keys = new KeyPlanner(enricher.view(tracks, ALL, now), now, freshUntil);
      TrackPlanner planner = new TrackPlanner(ALL, keys);
      for (Track track : tracks) {
        tracksSeen.add(track.identity());
        planner.add(track);
      }
      count(keys);
      return keys.takeDue();
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

    private void count(KeyPlanner keys) {
      keys.notDue()
          .forEach(
              (provider, found) ->
                  count(
                      provider,
                      new Counts(
                          0,
                          found.getOrDefault(KeyPlanner.Found.FRESH, 0),
                          found.getOrDefault(KeyPlanner.Found.ON_ITS_WAY, 0),
                          found.getOrDefault(KeyPlanner.Found.REFUSED, 0))));
    }

    private void count(Provider provider, Counts more) {
      counts.merge(provider, more, Counts::plus);
    }
  }
}
