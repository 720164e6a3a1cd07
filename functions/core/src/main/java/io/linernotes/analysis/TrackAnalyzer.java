package io.linernotes.analysis;

import io.linernotes.cache.CacheView;
import io.linernotes.cache.TrackCache;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.Enricher;
import io.linernotes.planning.Errand;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.track.Track;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers "enrich these tracks": from the cache what is there, through the queues what is not. */
public final class TrackAnalyzer {

  private final Enricher enricher;
  private final Dispatcher dispatcher;
  private final Map<Provider, Quota> quotas;

  public TrackAnalyzer(TrackCache cache, Dispatcher dispatcher, Map<Provider, Quota> quotas) {
    this.dispatcher = dispatcher;
    this.enricher = new Enricher(cache, dispatcher);
    this.quotas = Map.copyOf(quotas);
  }

  /** Analyses the tracks, in their order, and sends what is due. */
  public Analysis analyze(List<Track> tracks, Set<Section> sections, Errand errand, Instant now) {
    CacheView view = enricher.view(tracks, sections, now);
    Composition composition = new Composition(sections, view, now);
    for (int position = 0; position < tracks.size(); position++) {
      composition.add(position, new PlaylistEntry.OfTrack(tracks.get(position)));
    }
    dispatcher.dispatch(composition.takeDue(), errand, now);
    return composition.analysis(null, 0, tracks.size(), 0, false, quotas);
  }
}
