package io.linernotes.playlist.spotify;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.TrackList;
import io.linernotes.enrichment.Outcome;
import io.linernotes.planning.Cooldowns;
import io.linernotes.session.Profile;
import io.linernotes.session.UserTokens;
import io.linernotes.task.Task;
import io.linernotes.worker.BatchCall;
import io.linernotes.worker.BatchResult;
import io.linernotes.worker.TaskResult;
import io.linernotes.worker.TaskWorker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Runs the tasks for Spotify: {@link PlaylistTasks} for playlists, {@link PageTasks} for their
 * further pages, {@link BatchTasks} for audio features, tracks and artists. Cached entries are not
 * fetched again; their follow-up tasks are still sent.
 */
public final class SpotifyTaskWorker implements TaskWorker<Task.ForSpotify> {

  private final SpotifyClient client;
  private final TaskClients clients;
  private final PlaylistTasks playlists;
  private final PageTasks pages;
  private final BatchTasks batches;

  /**
   * @param client the application's client
   * @param users the tokens of signed-in users
   */
  public SpotifyTaskWorker(SpotifyClient client, UserTokens users) {
    this.client = client;
    this.clients = new TaskClients(client, users);
    this.playlists = new PlaylistTasks(clients);
    this.pages = new PageTasks(clients);
    this.batches = new BatchTasks(client);
  }

  @Override
  public Class<Task.ForSpotify> tasks() {
    return Task.ForSpotify.class;
  }

  @Override
  public Collection<CacheKey<?>> alsoReads(Task.ForSpotify task) {
    return switch (task) {
      case Task.FetchPlaylist playlist -> PlaylistTasks.alsoReads(playlist);
      case Task.FetchPlaylistPage page -> PageTasks.alsoReads(page);
      case Task.FetchTracks _,
          Task.FetchProfile _,
          Task.FetchAudioFeatures _,
          Task.FetchArtists _,
          Task.FetchSearch _,
          Task.FetchRecommendations _ ->
          List.of();
    };
  }

  @Override
  public Optional<TaskResult> answered(Task.ForSpotify task, CacheView known, Instant now) {
    return switch (task) {
      case Task.FetchPlaylist playlist -> PlaylistTasks.answered(playlist, known, now);
      case Task.FetchPlaylistPage page -> PageTasks.answered(page, known, now);
      case Task.FetchTracks tracks ->
          TaskWorker.super
              .answered(task, known, now)
              .map(
                  result ->
                      result.then(BatchTasks.following(tracks, BatchResult.none(), known, now)));
      case Task.FetchAudioFeatures features ->
          TaskWorker.super
              .answered(task, known, now)
              .or(() -> BatchTasks.refused(features, known, now));
      case Task.FetchProfile _,
          Task.FetchArtists _,
          Task.FetchSearch _,
          Task.FetchRecommendations _ ->
          TaskWorker.super.answered(task, known, now);
    };
  }

  /** Groups the tasks that one call can answer together, up to the call's limit. */
  @Override
  public List<List<Task.ForSpotify>> grouped(List<Task.ForSpotify> tasks) {
    List<List<Task.ForSpotify>> groups = new ArrayList<>();
    List<Task.ForSpotify> features = new ArrayList<>();
    List<Task.ForSpotify> tracks = new ArrayList<>();
    List<Task.ForSpotify> artists = new ArrayList<>();
    for (Task.ForSpotify task : tasks) {
      switch (task) {
        case Task.FetchAudioFeatures _ -> features.add(task);
        case Task.FetchTracks _ -> tracks.add(task);
        case Task.FetchArtists _ -> artists.add(task);
        case Task.FetchPlaylist _,
            Task.FetchPlaylistPage _,
            Task.FetchProfile _,
            Task.FetchSearch _,
            Task.FetchRecommendations _ ->
            groups.add(List.of(task));
      }
    }
    if (!features.isEmpty()) {
      // One group, whose calls run one after another: a refusal costs the first call only.
      groups.add(features);
    }
    groups.addAll(BatchCall.filled(tracks, Task.FetchTracks.MOST));
    groups.addAll(BatchCall.filled(artists, Task.FetchArtists.MOST));
    return groups;
  }

  @Override
  public List<TaskResult> ask(List<Task.ForSpotify> group, CacheView known, Instant now) {
    return switch (group.getFirst()) {
      case Task.FetchPlaylist task -> List.of(playlists.ask(task, known, now));
      case Task.FetchPlaylistPage task -> List.of(pages.ask(task, now));
      case Task.FetchProfile task ->
          List.of(clients.ask(task.viewer(), task, as -> profile(task, as, now)));
      case Task.FetchAudioFeatures _ -> batches.audioFeatures(group, known, now);
      case Task.FetchTracks _ -> batches.tracks(group, known, now);
      case Task.FetchArtists _ -> batches.artists(group, known, now);
      case Task.FetchSearch search -> List.of(search(search, now));
      case Task.FetchRecommendations seeds -> List.of(recommendations(seeds, now));
    };
  }

  private static TaskResult profile(Task.FetchProfile task, SpotifyClient as, Instant now) {
    Outcome<Profile> outcome = as.profile();
    return outcome instanceof Outcome.Unsupported<Profile>(String cause)
        ? TaskResult.failed(task, new Outcome.Unavailable<>(cause + ": refused", null))
        : TaskResult.of(task, Profile.key(task.viewer().scope(), task.user()), outcome, now);
  }

  private TaskResult search(Task.FetchSearch task, Instant now) {
    return TaskResult.of(
        task, CatalogueKeys.search(task.query()), client.search(task.query()), now);
  }

  private TaskResult recommendations(Task.FetchRecommendations task, Instant now) {
    CacheKey<TrackList> key = CatalogueKeys.recommendations(task.seeds());
    TaskResult result = TaskResult.of(task, key, client.recommendations(task.seeds()), now);
    return BatchTasks.rememberingRefusal(result, Cooldowns.RECOMMENDATIONS);
  }
}
