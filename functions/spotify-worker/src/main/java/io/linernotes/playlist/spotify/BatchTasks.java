package io.linernotes.playlist.spotify;

import static io.linernotes.playlist.spotify.FollowUps.enrich;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.SpotifyArtist;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Outcome;
import io.linernotes.planning.Cooldowns;
import io.linernotes.provider.Cooldown;
import io.linernotes.task.Task;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.worker.BatchCall;
import io.linernotes.worker.BatchResult;
import io.linernotes.worker.TaskResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that hold many ids. One call fetches the audio features of up to 100 tracks or, if Spotify
 * allows batches, 50 tracks or artists.
 */
final class BatchTasks {

  private final SpotifyClient client;

  BatchTasks(SpotifyClient client) {
    this.client = client;
  }

  /**
   * The result while Spotify is known to refuse audio features: the task continues at ReccoBeats,
   * without a call to Spotify. Empty otherwise.
   */
  static Optional<TaskResult> refused(Task.FetchAudioFeatures task, CacheView known, Instant now) {
    return new Cooldowns(known, now).audioFeaturesUnsupported()
        ? Optional.of(TaskResult.done(task).then(atReccoBeats(task, List.of(), known, now)))
        : Optional.empty();
  }

  List<TaskResult> audioFeatures(List<Task.ForSpotify> group, CacheView known, Instant now) {
    BatchCall<SpotifyId, AudioFeatures> call =
        new BatchCall<>(EnrichmentKeys::audioFeatures, client::audioFeatures, known, now);
    return call.results(group, BatchTasks::ids).stream()
        .map(
            result ->
                result.task() instanceof Task.FetchAudioFeatures task
                        && result.failure() instanceof Outcome.Unsupported<?>(String cause)
                    ? elsewhere(result, task, cause, known, now)
                    : result)
        .toList();
  }

  /**
   * Continues at ReccoBeats and remembers the refusal: Spotify refuses audio features to most
   * applications, ReccoBeats offers them to all.
   */
  private static TaskResult elsewhere(
      TaskResult refused,
      Task.FetchAudioFeatures task,
      String cause,
      CacheView known,
      Instant now) {
    List<TaskResult.Next> next = new ArrayList<>();
    next.add(new TaskResult.Remember(Cooldowns.AUDIO_FEATURES, cause));
    next.addAll(atReccoBeats(task, refused.entries(), known, now));
    return TaskResult.answered(task, refused.entries()).then(next);
  }

  /** The same task for ReccoBeats, without the ids that are cached or were just fetched. */
  private static List<TaskResult.Continue> atReccoBeats(
      Task.FetchAudioFeatures task, List<Entry<?>> came, CacheView known, Instant now) {
    Set<CacheKey<?>> here = new HashSet<>();
    came.forEach(entry -> here.add(entry.key()));
    List<SpotifyId> open =
        task.tracks().stream()
            .filter(id -> !here.contains(EnrichmentKeys.audioFeatures(id)))
            .filter(id -> known.slot(EnrichmentKeys.audioFeatures(id)).fresh(now) == null)
            .toList();
    return Task.FetchReccoBeatsFeatures.of(open).stream().map(TaskResult.Continue::new).toList();
  }

  List<TaskResult> tracks(List<Task.ForSpotify> group, CacheView known, Instant now) {
    BatchCall<SpotifyId, Track> call =
        new BatchCall<>(EnrichmentKeys::track, client::tracks, known, now);
    return call.results(group, BatchTasks::ids).stream()
        .map(
            result ->
                result.task() instanceof Task.FetchTracks task
                    ? result.then(following(task, call.answers(), known, now))
                    : result)
        .toList();
  }

  /** The follow-ups for those of the task's tracks that were fetched or are cached. */
  static List<TaskResult.Next> following(
      Task.FetchTracks task, BatchResult<SpotifyId, Track> answers, CacheView known, Instant now) {
    List<Track> tracks = new ArrayList<>();
    for (SpotifyId id : new LinkedHashSet<>(task.tracks())) {
      Track track = answers.found().get(id);
      Track details =
          track != null ? track : value(known.slot(EnrichmentKeys.track(id)).fresh(now));
      if (details != null) {
        tracks.add(details);
      }
    }
    return enrich(tracks, task.sections());
  }

  private static @Nullable Track value(@Nullable Entry<Track> entry) {
    return entry == null ? null : entry.value();
  }

  /** Fetches genres, in batches only. */
  List<TaskResult> artists(List<Task.ForSpotify> group, CacheView known, Instant now) {
    BatchCall<SpotifyId, SpotifyArtist> call =
        new BatchCall<>(CatalogueKeys::artist, client::artists, known, now);
    return call.results(group, BatchTasks::ids).stream()
        .map(result -> rememberingRefusal(result, Cooldowns.ARTISTS))
        .toList();
  }

  /** A refused feature is not a failed task: the refusal is remembered and the task is done. */
  static TaskResult rememberingRefusal(TaskResult result, CacheKey<Cooldown> feature) {
    return result.failure() instanceof Outcome.Unsupported<?>(String cause)
        ? TaskResult.answered(result.task(), result.entries())
            .then(List.of(new TaskResult.Remember(feature, cause)))
        : result;
  }

  private static List<SpotifyId> ids(Task.ForSpotify task) {
    return switch (task) {
      case Task.FetchAudioFeatures(List<SpotifyId> ids) -> ids;
      case Task.FetchTracks(List<SpotifyId> ids, _) -> ids;
      case Task.FetchArtists(List<SpotifyId> ids) -> ids;
      case Task.FetchPlaylist _,
          Task.FetchPlaylistPage _,
          Task.FetchProfile _,
          Task.FetchSearch _,
          Task.FetchRecommendations _ ->
          List.of();
    };
  }
}
