package io.linernotes.warming;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.cache.WriteBack;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.SpotifyArtist;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.Due;
import io.linernotes.planning.Enricher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RequestContext;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.provider.Provider;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.task.TaskMessage;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Simulated workers that answer every queued task at once. */
final class SimulatedWorkers {

  private static final int PAGE = 100;
  private static final IsrcLookup LOOKUP = new IsrcLookup(List.of(new Isrc("USRC17607839")), null);
  private static final DeezerTrack DEEZER =
      new DeezerTrack(7L, null, null, null, null, 120.0, -9.1, 500, null, "deezer", null);
  private static final LastfmTrack LASTFM =
      new LastfmTrack(
          "a", "t", false, false, List.of(), 1L, 1L, null, null, null, null, null, List.of());
  private static final LastfmArtist ARTIST =
      new LastfmArtist("a", null, List.of(), 1L, 1L, null, null, List.of(), Map.of());
  private static final AudioFeatures FEATURES =
      new AudioFeatures(
          null, 0.5, 0.5, null, null, null, null, 0.5, 120.0, null, null, null, "spotify");

  private final InMemoryTrackCache cache;
  private final InMemoryTaskQueue queue;
  private final WriteBack writeBack;
  private final Dispatcher dispatcher;
  private final Enricher enricher;
  private final Map<SpotifyId, List<Track>> playlists = new HashMap<>();

  SimulatedWorkers(InMemoryTrackCache cache, InMemoryTaskQueue queue) {
    this.cache = cache;
    this.queue = queue;
    this.writeBack = new WriteBack(cache);
    this.dispatcher = new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues());
    this.enricher = new Enricher(cache, dispatcher);
  }

  void know(SpotifyId playlist, List<Track> tracks) {
    playlists.put(playlist, tracks);
  }

  /**
   * Answers all queued tasks and their follow-ups.
   *
   * @return the calls to each provider
   */
  Map<Provider, Integer> workOff(Instant now) {
    Map<Provider, Integer> calls = new EnumMap<>(Provider.class);
    List<TaskMessage> waiting = waiting();
    while (!waiting.isEmpty()) {
      for (TaskMessage message : waiting) {
        calls.merge(message.task().provider(), answer(message, now), Integer::sum);
      }
      waiting = waiting();
    }
    return calls;
  }

  private List<TaskMessage> waiting() {
    List<TaskMessage> waiting = new ArrayList<>();
    for (Provider provider : Provider.values()) {
      waiting.addAll(queue.drain(provider));
    }
    return waiting;
  }

  private int answer(TaskMessage message, Instant now) {
    RequestContext requestContext =
        new RequestContext(message.correlationId(), message.group(), message.refreshAhead());
    switch (message.task()) {
      case Task.FetchPlaylist task -> {
        Playlist playlist = playlist(task.playlist());
        write(PlaylistKeys.playlist(task.playlist()), playlist, now);
        page(task.playlist(), 0, now);
        List<Due> pages = new ArrayList<>();
        for (int offset : playlist.pageOffsets().subList(1, playlist.pageOffsets().size())) {
          pages.add(
              new Due(
                  cache.slot(PlaylistKeys.page(task.playlist(), offset)),
                  new Task.FetchPlaylistPage(
                      task.playlist(), offset, PAGE, "MQ==", task.sections())));
        }
        dispatcher.dispatch(pages, requestContext, now);
        enrich(task.playlist(), 0, task.sections(), requestContext, now);
      }
      case Task.FetchPlaylistPage task -> {
        page(task.playlist(), task.offset(), now);
        enrich(task.playlist(), task.offset(), task.sections(), requestContext, now);
      }
      case Task.FetchAudioFeatures(var ids) ->
          ids.forEach(id -> write(EnrichmentKeys.audioFeatures(id), FEATURES, now));
      case Task.FetchReccoBeatsFeatures(var ids) ->
          ids.forEach(id -> write(EnrichmentKeys.audioFeatures(id), FEATURES, now));
      case Task.FetchFeaturesByIsrc(var isrcs) ->
          isrcs.forEach(isrc -> write(EnrichmentKeys.audioFeatures(isrc), FEATURES, now));
      case Task.FetchTracks(var ids, var sections) -> {
        for (Track track : playlists.values().stream().flatMap(List::stream).toList()) {
          if (ids.contains(track.id())) {
            write(EnrichmentKeys.track(Objects.requireNonNull(track.id())), track, now);
            enricher.enrich(List.of(track), sections, requestContext, now);
          }
        }
      }
      case Task.FetchArtists(var ids) ->
          ids.forEach(
              id -> write(CatalogueKeys.artist(id), new SpotifyArtist(id, null, List.of()), now));
      case Task.FetchProfile _, Task.FetchSearch _, Task.FetchRecommendations _ ->
          throw new IllegalArgumentException("not for warming");
      case Task.FindIsrc(Track track, _) -> {
        write(EnrichmentKeys.isrc(track).orElseThrow(), LOOKUP, now);
        queue.send(
            List.of(message.next(new Task.FetchDeezerTrack(track, LOOKUP.isrcs(), Set.of()))));
      }
      case Task.FetchDeezerTrack(var track, _, _) ->
          write(EnrichmentKeys.deezer(track), DEEZER, now);
      case Task.FetchLastfmTrack(var artist, var title) -> {
        write(EnrichmentKeys.lastfm(artist, title), LASTFM, now);
        return 2;
      }
      case Task.FetchLastfmArtist(var artist) -> write(EnrichmentKeys.artist(artist), ARTIST, now);
    }
    return 1;
  }

  private Playlist playlist(SpotifyId id) {
    int total = tracks(id).size();
    return new Playlist(
        id, "Mix", null, "somebody", "MQ==", total, Math.min(total, PAGE), PAGE, false);
  }

  private List<Track> tracks(SpotifyId playlist) {
    return Objects.requireNonNull(playlists.get(playlist));
  }

  private List<Track> tracks(SpotifyId playlist, int offset) {
    List<Track> all = tracks(playlist);
    return all.subList(offset, Math.min(offset + PAGE, all.size()));
  }

  private void page(SpotifyId playlist, int offset, Instant now) {
    List<PlaylistEntry> entries =
        tracks(playlist, offset).stream().<PlaylistEntry>map(PlaylistEntry.OfTrack::new).toList();
    write(PlaylistKeys.page(playlist, offset), new PlaylistPage(offset, "MQ==", entries), now);
  }

  private void enrich(
      SpotifyId playlist,
      int offset,
      Set<Section> sections,
      RequestContext requestContext,
      Instant now) {
    if (!sections.isEmpty()) {
      enricher.enrich(tracks(playlist, offset), sections, requestContext, now);
    }
  }

  private <T> void write(CacheKey<T> key, T value, Instant now) {
    writeBack.write(Entry.found(key, value, now), cache.slot(key));
  }
}
