package io.linernotes.planning;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.TrackCache;
import io.linernotes.enrichment.Section;
import io.linernotes.track.ClaimedTrack;
import io.linernotes.track.Track;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Looks tracks up in the cache, and sends tasks for what is due. */
public final class Enricher {

  private final TrackCache cache;
  private final Dispatcher dispatcher;

  public Enricher(TrackCache cache, Dispatcher dispatcher) {
    this.cache = cache;
    this.dispatcher = dispatcher;
  }

  /** Plans these sections of these tracks and sends the tasks that are due. */
  public void enrich(
      Collection<Track> tracks, Set<Section> sections, RequestContext requestContext, Instant now) {
    CacheView view = view(tracks, sections, now);
    KeyPlanner keys = new KeyPlanner(view, now, requestContext.freshAt(now));
    Plan plan = TrackPlanner.plan(tracks, sections, keys);
    dispatcher.dispatch(plan.due(), requestContext, now);
  }

  /** What the cache holds about these sections of claimed tracks, and which cooldowns run. */
  public CacheView viewOfClaims(
      Collection<ClaimedTrack> claims, Set<Section> sections, Instant now) {
    return view(claims.stream().flatMap(ClaimedTrack::tracks).toList(), sections, now);
  }

  /**
   * What the cache holds about these sections of these tracks, and which cooldowns run. One round
   * trip to the store, and a second one only if the first one showed names or ISRCs that lead to
   * further keys.
   */
  public CacheView view(Collection<Track> tracks, Set<Section> sections, Instant now) {
    Set<CacheKey<?>> keys = new LinkedHashSet<>(Cooldowns.all());
    keys.addAll(TrackPlanner.keys(tracks, sections));
    CacheView view = cache.read(keys);

    Set<CacheKey<?>> more = TrackPlanner.furtherKeys(tracks, sections, view, now);
    more.removeAll(keys);
    return more.isEmpty() ? view : view.with(cache.read(more));
  }
}
