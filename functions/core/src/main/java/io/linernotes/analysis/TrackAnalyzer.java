package io.linernotes.analysis;

import io.linernotes.cache.CacheView;
import io.linernotes.cache.TrackCache;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.Enricher;
import io.linernotes.planning.RecordLookup;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.task.Task;
import io.linernotes.track.ClaimedTrack;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers "enrich these tracks" from the cache, and sends tasks for what is missing or stale. */
public final class TrackAnalyzer {

  private final Enricher enricher;
  private final RecordLookup lookup;
  private final Dispatcher dispatcher;
  private final Map<Provider, Quota> quotas;

  public TrackAnalyzer(TrackCache cache, Dispatcher dispatcher, Map<Provider, Quota> quotas) {
    this.dispatcher = dispatcher;
    this.enricher = new Enricher(cache, dispatcher);
    this.lookup = new RecordLookup(cache, dispatcher);
    this.quotas = Map.copyOf(quotas);
  }

  /**
   * Analyses the tracks that a client describes, in its order, and sends the tasks that are due.
   */
  public Analysis analyze(
      List<ClaimedTrack> claims,
      Set<Section> sections,
      RequestContext requestContext,
      Instant now) {
    CacheView view = enricher.viewOfClaims(claims, sections, now);
    AnalysisBuilder composition = new AnalysisBuilder(sections, view, now);
    for (int position = 0; position < claims.size(); position++) {
      composition.add(position, claims.get(position));
    }
    return dispatched(composition, claims.size(), requestContext, now);
  }

  private Analysis analyze(
      Track record, Set<Section> sections, RequestContext requestContext, Instant now) {
    CacheView view = enricher.view(List.of(record), sections, now);
    AnalysisBuilder composition = new AnalysisBuilder(sections, view, now);
    composition.add(0, new PlaylistEntry.OfTrack(record));
    return dispatched(composition, 1, requestContext, now);
  }

  private Analysis dispatched(
      AnalysisBuilder composition, int tracks, RequestContext requestContext, Instant now) {
    dispatcher.dispatch(composition.takeDue(), requestContext, now);
    return composition.analysis(null, null, 0, tracks, 0, false, quotas);
  }

  /**
   * Looks up Spotify's record of the track in the cache, and analyses the track if it is there;
   * otherwise sends a task for the record.
   */
  public TrackAnswer analyze(
      SpotifyId id, Set<Section> sections, RequestContext requestContext, Instant now) {
    Task task = new Task.FetchTracks(List.of(id), sections);
    SectionState<Track> details = lookup.find(EnrichmentKeys.track(id), task, requestContext, now);
    Track track = details.data();
    if (track != null) {
      return new TrackAnswer.Analyzed(
          analyze(track, sections, requestContext, now), details.status());
    }
    return details.status() == SectionState.Status.MISS
        ? new TrackAnswer.Unknown()
        : new TrackAnswer.NotHereYet(details.retryAfter());
  }
}
