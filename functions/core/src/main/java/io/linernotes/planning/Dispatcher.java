package io.linernotes.planning;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Claim;
import io.linernotes.cache.TrackCache;
import io.linernotes.enrichment.Section;
import io.linernotes.task.Chunks;
import io.linernotes.task.Task;
import io.linernotes.task.TaskMessage;
import io.linernotes.task.TaskQueue;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends due tasks, each one once however many requests find it due at the same time
 * (single-flight): it takes the lease first and sends the message then. It releases the leases of
 * tasks that cannot be sent.
 */
public final class Dispatcher {

  private final TrackCache cache;
  private final TaskQueue queue;
  private final LeaseTime leaseTime;

  public Dispatcher(TrackCache cache, TaskQueue queue, LeaseTime leaseTime) {
    this.cache = cache;
    this.queue = queue;
    this.leaseTime = leaseTime;
  }

  /**
   * What became of the due tasks.
   *
   * @param sent the tasks sent, batched where one call answers several
   * @param unsent the tasks that could not be sent and whose leases were released
   * @param askedByOthers the tasks whose leases another request took first
   */
  public record Dispatched(List<Task> sent, List<Task> unsent, List<Task> askedByOthers) {

    private static final Dispatched NOTHING = new Dispatched(List.of(), List.of(), List.of());

    public Dispatched {
      sent = List.copyOf(sent);
      unsent = List.copyOf(unsent);
      askedByOthers = List.copyOf(askedByOthers);
    }
  }

  /** Takes the leases of what is due, and sends the tasks whose leases it won. */
  public Dispatched dispatch(Collection<Due> due, RequestContext requestContext, Instant now) {
    if (due.isEmpty()) {
      return Dispatched.NOTHING;
    }
    List<Claim> claims =
        due.stream()
            .map(
                each ->
                    new Claim(each.seen(), now.plus(leaseTime.of(each.task(), due.size(), now))))
            .toList();
    Set<CacheKey<?>> won = cache.claim(claims, now);
    List<Task> tasks =
        due.stream().filter(each -> won.contains(each.seen().key())).map(Due::task).toList();
    List<TaskMessage> messages =
        together(tasks).stream().map(task -> message(task, requestContext, now)).toList();
    List<TaskMessage> unsent = messages.isEmpty() ? List.of() : unsent(messages);
    return new Dispatched(
        messages.stream().filter(each -> !unsent.contains(each)).map(TaskMessage::task).toList(),
        unsent.stream().map(TaskMessage::task).toList(),
        due.stream().filter(each -> !won.contains(each.seen().key())).map(Due::task).toList());
  }

  /** Sends the messages, and releases the leases of those that could not be sent. */
  private List<TaskMessage> unsent(List<TaskMessage> messages) {
    List<TaskMessage> unsent = messages;
    try {
      unsent = queue.send(messages);
    } finally {
      if (!unsent.isEmpty()) {
        cache.release(unsent.stream().flatMap(message -> message.task().keys().stream()).toList());
      }
    }
    return unsent;
  }

  private static TaskMessage message(Task task, RequestContext requestContext, Instant now) {
    return new TaskMessage(
        task,
        requestContext.correlationId(),
        requestContext.group(),
        now,
        requestContext.refreshAhead());
  }

  /** The same tasks, batched where one call answers several. */
  private static List<Task> together(List<Task> tasks) {
    List<Task> result = new ArrayList<>();
    List<SpotifyId> features = new ArrayList<>();
    List<SpotifyId> reccoBeatsFeatures = new ArrayList<>();
    List<Isrc> recordings = new ArrayList<>();
    List<SpotifyId> artists = new ArrayList<>();
    Map<Set<Section>, List<SpotifyId>> details = new LinkedHashMap<>();
    for (Task task : tasks) {
      switch (task) {
        case Task.FetchAudioFeatures fetch -> features.addAll(fetch.tracks());
        case Task.FetchReccoBeatsFeatures fetch -> reccoBeatsFeatures.addAll(fetch.tracks());
        case Task.FetchFeaturesByIsrc fetch -> recordings.addAll(fetch.recordings());
        case Task.FetchArtists fetch -> artists.addAll(fetch.artists());
        case Task.FetchTracks fetch ->
            details
                .computeIfAbsent(fetch.sections(), _ -> new ArrayList<>())
                .addAll(fetch.tracks());
        case Task.FetchPlaylist _,
            Task.FetchPlaylistPage _,
            Task.FetchSearch _,
            Task.FetchRecommendations _,
            Task.FetchProfile _,
            Task.FindIsrc _,
            Task.FetchDeezerTrack _,
            Task.FetchLastfmTrack _,
            Task.FetchLastfmArtist _ ->
            result.add(task);
      }
    }
    Chunks.of(features, Task.FetchAudioFeatures.MOST)
        .forEach(chunk -> result.add(new Task.FetchAudioFeatures(chunk)));
    result.addAll(Task.FetchReccoBeatsFeatures.of(reccoBeatsFeatures));
    Chunks.of(recordings, Task.FetchFeaturesByIsrc.MOST)
        .forEach(chunk -> result.add(new Task.FetchFeaturesByIsrc(chunk)));
    Chunks.of(artists, Task.FetchArtists.MOST)
        .forEach(chunk -> result.add(new Task.FetchArtists(chunk)));
    details.forEach(
        (sections, ids) ->
            Chunks.of(ids, Task.FetchTracks.MOST)
                .forEach(chunk -> result.add(new Task.FetchTracks(chunk, sections))));
    return result;
  }
}
