package io.linernotes.playlist.spotify;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.SpotifyArtist;
import io.linernotes.catalogue.TrackList;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Outcome;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Cooldowns;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistChange;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.provider.Cooldown;
import io.linernotes.session.Profile;
import io.linernotes.session.Scope;
import io.linernotes.session.UserTokens;
import io.linernotes.session.Viewer;
import io.linernotes.task.Task;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.worker.BatchCall;
import io.linernotes.worker.BatchResult;
import io.linernotes.worker.TaskResult;
import io.linernotes.worker.TaskWorker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks Spotify: one call for a playlist with its first page, one for each further page, one for up
 * to 100 audio features or, where batches are allowed, 50 tracks or artists. A playlist that is
 * known is revalidated: one small call, after which its pages live on unless it has changed. What
 * is here already is not asked again, but what follows from it is still done.
 */
public final class SpotifyTaskWorker implements TaskWorker {

  /** How long an application, or a user, that may not read a playlist is not told otherwise. */
  private static final Duration FORBIDDEN = Duration.ofMinutes(15);

  private final SpotifyClient client;
  private final UserTokens users;

  /** Whether others' playlists are refused to the application, as in development mode. */
  private volatile boolean contentsRefused;

  /**
   * @param client as the application
   * @param users the tokens of those who have signed in
   */
  public SpotifyTaskWorker(SpotifyClient client, UserTokens users) {
    this.client = client;
    this.users = users;
  }

  @Override
  public Collection<CacheKey<?>> alsoReads(Task task) {
    return switch (spotify(task)) {
      case Task.FetchPlaylist fetch -> {
        CacheKey<PlaylistPage> shared = PlaylistKeys.page(fetch.playlist(), 0);
        yield fetch.viewer() == null
            ? List.of(shared)
            : List.of(
                PlaylistKeys.page(fetch.playlist(), 0, fetch.scope()),
                PlaylistKeys.playlist(fetch.playlist()),
                shared,
                PlaylistChange.key(fetch.playlist()));
      }
      case Task.FetchPlaylistPage page ->
          page.viewer() == null ? List.of() : List.of(PlaylistChange.key(page.playlist()));
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
  public Optional<TaskResult> answered(Task task, CacheView known, Instant now) {
    return switch (spotify(task)) {
      case Task.FetchPlaylist playlist ->
          answered(playlist, withoutOlderCopies(playlist, known, now), now);
      case Task.FetchPlaylistPage page ->
          answered(
              page,
              PlaylistChange.withoutOlderCopies(known, page.playlist(), page.scope(), now),
              now);
      case Task.FetchTracks tracks ->
          TaskWorker.super
              .answered(task, known, now)
              .map(result -> result.then(following(tracks, BatchResult.none(), known, now)));
      case Task.FetchProfile _ -> TaskWorker.super.answered(task, known, now);
      case Task.FetchAudioFeatures features ->
          TaskWorker.super.answered(task, known, now).or(() -> refused(features, known, now));
      case Task.FetchArtists _, Task.FetchSearch _, Task.FetchRecommendations _ ->
          TaskWorker.super.answered(task, known, now);
    };
  }

  /** Audio features that Spotify is known to refuse. */
  private static Optional<TaskResult> refused(
      Task.FetchAudioFeatures task, CacheView known, Instant now) {
    return new Cooldowns(known, now).audioFeaturesUnsupported()
        ? Optional.of(TaskResult.done(task).then(atReccoBeats(task, List.of(), known, now)))
        : Optional.empty();
  }

  private static CacheView withoutOlderCopies(
      Task.FetchPlaylist task, CacheView known, Instant now) {
    return PlaylistChange.withoutOlderCopies(known, task.playlist(), task.scope(), now);
  }

  private static Optional<TaskResult> answered(
      Task.FetchPlaylist task, CacheView known, Instant now) {
    return answered(task, task.scope(), known, now)
        .or(() -> answered(task, Scope.EVERYBODY, known, now));
  }

  private static Optional<TaskResult> answered(
      Task.FetchPlaylist task, Scope scope, CacheView known, Instant now) {
    Entry<Playlist> fresh = known.slot(PlaylistKeys.playlist(task.playlist(), scope)).fresh(now);
    if (fresh == null) {
      return Optional.empty();
    }
    Playlist playlist = fresh.value();
    if (playlist == null || playlist.contentsForbidden()) {
      // What nobody else is shown the user may yet be.
      return scope.equals(task.scope()) ? Optional.of(TaskResult.done(task)) : Optional.empty();
    }
    Entry<PlaylistPage> first = known.slot(PlaylistKeys.page(task.playlist(), 0, scope)).fresh(now);
    PlaylistPage page = first == null ? null : first.value();
    return page != null && playlist.isCurrent(page)
        ? Optional.of(TaskResult.done(task).then(following(task, scope, playlist, page)))
        : Optional.empty();
  }

  /** A page of the same version of the playlist is as good as new, however old it is. */
  private static Optional<TaskResult> answered(
      Task.FetchPlaylistPage task, CacheView known, Instant now) {
    CacheKey<PlaylistPage> key = PlaylistKeys.page(task.playlist(), task.offset(), task.scope());
    Entry<PlaylistPage> alive = known.slot(key).alive(now);
    PlaylistPage page = alive == null ? null : alive.value();
    if (alive == null || page == null) {
      boolean isFreshMiss = alive != null && alive.isFresh(now);
      return isFreshMiss ? Optional.of(TaskResult.done(task)) : Optional.empty();
    }
    if (!alive.isFresh(now)) {
      return page.isUnchangedSince(task.snapshotId())
          ? Optional.of(stored(task, page, now))
          : Optional.empty();
    }
    return page.isOf(task.snapshotId())
        ? Optional.of(TaskResult.done(task).then(enrich(page.tracks(), task.sections())))
        : Optional.empty();
  }

  /** Tasks that one call answers together, as many as it can answer. */
  @Override
  public List<List<Task>> grouped(List<Task> tasks) {
    List<List<Task>> groups = new ArrayList<>();
    List<Task> features = new ArrayList<>();
    List<Task> tracks = new ArrayList<>();
    List<Task> artists = new ArrayList<>();
    for (Task task : tasks) {
      switch (spotify(task)) {
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
      // One after another: where Spotify refuses them, the first call finds out for all.
      groups.add(features);
    }
    groups.addAll(BatchCall.filled(tracks, Task.FetchTracks.MOST));
    groups.addAll(BatchCall.filled(artists, Task.FetchArtists.MOST));
    return groups;
  }

  @Override
  public List<TaskResult> ask(List<Task> group, CacheView known, Instant now) {
    return switch (spotify(group.getFirst())) {
      case Task.FetchPlaylist task ->
          List.of(
              askedFor(
                  task.viewer(),
                  task,
                  as -> playlist(task, as, withoutOlderCopies(task, known, now), now)));
      case Task.FetchPlaylistPage task -> List.of(page(task, now));
      case Task.FetchProfile task ->
          List.of(askedFor(task.viewer(), task, as -> profile(task, as, now)));
      case Task.FetchAudioFeatures _ -> audioFeatures(group, known, now);
      case Task.FetchTracks _ -> tracks(group, known, now);
      case Task.FetchArtists _ -> artists(group, known, now);
      case Task.FetchSearch search ->
          List.of(
              TaskResult.of(
                  search,
                  CatalogueKeys.search(search.query()),
                  client.search(search.query()),
                  now));
      case Task.FetchRecommendations seeds -> List.of(recommendations(seeds, now));
    };
  }

  private static Task.ForSpotify spotify(Task task) {
    if (task instanceof Task.ForSpotify own) {
      return own;
    }
    throw new IllegalArgumentException("a task for " + task.provider().displayName());
  }

  /**
   * What comes of asking in the name of the viewer, or of the application. A session that has ended
   * ends its tasks: nothing is stored, and nobody asks again.
   */
  private TaskResult askedFor(
      @Nullable Viewer viewer, Task task, Function<SpotifyClient, TaskResult> asking) {
    if (viewer == null) {
      return asking.apply(client);
    }
    UserAuthority authority = new UserAuthority(users, viewer.session());
    TaskResult result = asking.apply(client.as(authority));
    return authority.hasEnded() ? TaskResult.done(task) : result;
  }

  private static TaskResult playlist(
      Task.FetchPlaylist task, SpotifyClient as, CacheView known, Instant now) {
    Outcome<FetchedPlaylist> outcome =
        known(task, task.scope(), known, now)
            .or(() -> known(task, Scope.EVERYBODY, known, now))
            .map(as::revalidated)
            .orElseGet(() -> as.playlist(task.playlist()));
    return switch (outcome) {
      case Outcome.Found<FetchedPlaylist>(FetchedPlaylist fetched) ->
          stored(task, fetched, known, now);
      case Outcome.Missing<FetchedPlaylist> _ ->
          TaskResult.answered(
              task,
              List.of(Entry.missing(PlaylistKeys.playlist(task.playlist(), task.scope()), now)));
      case Outcome.Failure<FetchedPlaylist> failure -> TaskResult.failed(task, failure);
    };
  }

  /** The playlist as it is known, if its first page is, too, and of the same version. */
  private static Optional<FetchedPlaylist> known(
      Task.FetchPlaylist task, Scope scope, CacheView known, Instant now) {
    Playlist playlist = known.slot(PlaylistKeys.playlist(task.playlist(), scope)).value(now);
    PlaylistPage first = known.slot(PlaylistKeys.page(task.playlist(), 0, scope)).value(now);
    return playlist != null && first != null && first.isUnchangedSince(playlist.snapshotId())
        ? Optional.of(new FetchedPlaylist(playlist, first, false))
        : Optional.empty();
  }

  /** A user's answer is kept for the user alone, unless Spotify says that it is public. */
  private static TaskResult stored(
      Task.FetchPlaylist task, FetchedPlaylist fetched, CacheView known, Instant now) {
    PlaylistPage first = fetched.firstPage();
    if (first == null) {
      return TaskResult.answered(task, refused(task, fetched, known, now));
    }
    Scope scope = fetched.isPublic() ? Scope.EVERYBODY : task.scope();
    return TaskResult.answered(
            task,
            List.of(
                Entry.found(PlaylistKeys.playlist(task.playlist(), scope), fetched.playlist(), now),
                Entry.found(PlaylistKeys.page(task.playlist(), 0, scope), first, now)))
        .then(following(task, scope, fetched.playlist(), first));
  }

  /**
   * What remains where Spotify shows the metadata alone: what its owner had it shown to everybody
   * before, as long as it is public, and beside it that this user is refused.
   */
  private static List<Entry<?>> refused(
      Task.FetchPlaylist task, FetchedPlaylist fetched, CacheView known, Instant now) {
    Instant until = now.plus(FORBIDDEN);
    Entry<Playlist> shared = known.slot(PlaylistKeys.playlist(task.playlist())).alive(now);
    Playlist readable = shared == null ? null : shared.value();
    boolean kept = fetched.isPublic() && readable != null && !readable.contentsForbidden();
    List<Entry<?>> entries = new ArrayList<>();
    if (kept && shared != null) {
      entries.add(shared.putOffUntil(until));
    }
    if (!kept || task.viewer() != null) {
      CacheKey<Playlist> key = PlaylistKeys.playlist(task.playlist(), task.scope());
      entries.add(Entry.until(key, fetched.playlist(), now, until));
    }
    return entries;
  }

  private static TaskResult profile(Task.FetchProfile task, SpotifyClient as, Instant now) {
    Outcome<Profile> outcome = as.profile();
    return outcome instanceof Outcome.Unsupported<Profile>(String cause)
        ? TaskResult.failed(task, new Outcome.Unavailable<>(cause + ": refused", null))
        : TaskResult.of(task, Profile.key(task.viewer().scope(), task.user()), outcome, now);
  }

  /**
   * A page that everybody will see is asked for as the application, which is shown nothing private;
   * where that is refused, in the user's name if Spotify says that it is public still.
   */
  private TaskResult page(Task.FetchPlaylistPage task, Instant now) {
    Viewer viewer = task.viewer();
    if (viewer == null || !viewer.scope().equals(Scope.EVERYBODY)) {
      return askedFor(
          viewer,
          task,
          as -> paged(task, as.page(task.playlist(), task.offset(), task.limit()), now));
    }
    Outcome<List<PlaylistEntry>> shown =
        contentsRefused
            ? new Outcome.Missing<>()
            : client.page(task.playlist(), task.offset(), task.limit());
    contentsRefused |= shown instanceof Outcome.Unsupported;
    return shown instanceof Outcome.Unsupported || shown instanceof Outcome.Missing
        ? askedFor(
            viewer,
            task,
            as -> paged(task, as.publicPage(task.playlist(), task.offset(), task.limit()), now))
        : paged(task, shown, now);
  }

  private static TaskResult paged(
      Task.FetchPlaylistPage task, Outcome<List<PlaylistEntry>> outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Found<List<PlaylistEntry>>(List<PlaylistEntry> entries) ->
          stored(task, new PlaylistPage(task.offset(), task.snapshotId(), entries), now);
      case Outcome.Missing<List<PlaylistEntry>> _ ->
          TaskResult.answered(
              task,
              List.of(
                  Entry.missing(
                      PlaylistKeys.page(task.playlist(), task.offset(), task.scope()), now)));
      // Only audio features are refused as such; a playlist that was closed says so when it is due.
      case Outcome.Unsupported<List<PlaylistEntry>> refused ->
          TaskResult.failed(
              task, new Outcome.Unavailable<>(refused.cause() + ": no longer readable", null));
      case Outcome.Failure<List<PlaylistEntry>> failure -> TaskResult.failed(task, failure);
    };
  }

  private static TaskResult stored(Task.FetchPlaylistPage task, PlaylistPage page, Instant now) {
    CacheKey<PlaylistPage> key = PlaylistKeys.page(task.playlist(), task.offset(), task.scope());
    return TaskResult.answered(task, List.of(Entry.found(key, page, now)))
        .then(enrich(page.tracks(), task.sections()));
  }

  private List<TaskResult> audioFeatures(List<Task> group, CacheView known, Instant now) {
    BatchCall<AudioFeatures> call =
        new BatchCall<>(EnrichmentKeys::audioFeatures, client::audioFeatures, known, now);
    return call.results(group, SpotifyTaskWorker::ids).stream()
        .map(
            result ->
                result.task() instanceof Task.FetchAudioFeatures task
                        && result.failure() instanceof Outcome.Unsupported<?>(String cause)
                    ? elsewhere(result, task, cause, known, now)
                    : result)
        .toList();
  }

  /** Spotify refuses audio features to most applications; ReccoBeats tells them to all. */
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

  /** The same question to ReccoBeats, but for what is here or just came. */
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

  private List<TaskResult> tracks(List<Task> group, CacheView known, Instant now) {
    BatchCall<Track> call = new BatchCall<>(EnrichmentKeys::track, client::tracks, known, now);
    return call.results(group, SpotifyTaskWorker::ids).stream()
        .map(
            result ->
                result.task() instanceof Task.FetchTracks task
                    ? result.then(following(task, call.answers(), known, now))
                    : result)
        .toList();
  }

  /** Genres that cannot be asked for many at a time are not asked for. */
  private List<TaskResult> artists(List<Task> group, CacheView known, Instant now) {
    BatchCall<SpotifyArtist> call =
        new BatchCall<>(CatalogueKeys::artist, client::artists, known, now);
    return call.results(group, SpotifyTaskWorker::ids).stream()
        .map(result -> rememberingRefusal(result, Cooldowns.ARTISTS))
        .toList();
  }

  private TaskResult recommendations(Task.FetchRecommendations task, Instant now) {
    CacheKey<TrackList> key = CatalogueKeys.recommendations(task.seeds());
    TaskResult result = TaskResult.of(task, key, client.recommendations(task.seeds()), now);
    return rememberingRefusal(result, Cooldowns.RECOMMENDATIONS);
  }

  private static TaskResult rememberingRefusal(TaskResult result, CacheKey<Cooldown> feature) {
    return result.failure() instanceof Outcome.Unsupported<?>(String cause)
        ? TaskResult.answered(result.task(), result.entries())
            .then(List.of(new TaskResult.Remember(feature, cause)))
        : result;
  }

  private static List<SpotifyId> ids(Task task) {
    return switch (spotify(task)) {
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

  /**
   * The playlist's other pages, and what the tracks of its first one lack. Who wants no sections
   * asks for the pages that it shows.
   */
  private static List<TaskResult.Next> following(
      Task.FetchPlaylist task, Scope scope, Playlist playlist, PlaylistPage first) {
    Viewer viewer = task.viewer() == null ? null : task.viewer().in(scope);
    List<TaskResult.Next> next = new ArrayList<>(enrich(first.tracks(), task.sections()));
    List<Task> pages = new ArrayList<>();
    for (int offset : playlist.pageOffsets()) {
      if (offset > 0) {
        pages.add(Task.FetchPlaylistPage.of(playlist, offset, task.sections(), viewer));
      }
    }
    if (!pages.isEmpty() && !task.sections().isEmpty()) {
      next.add(new TaskResult.AlsoAsk(pages));
    }
    return next;
  }

  /** What the task's tracks lack, as far as they are known. */
  private static List<TaskResult.Next> following(
      Task.FetchTracks task, BatchResult<Track> answers, CacheView known, Instant now) {
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

  private static List<TaskResult.Next> enrich(List<Track> tracks, Set<Section> sections) {
    return tracks.isEmpty() || sections.isEmpty()
        ? List.of()
        : List.of(new TaskResult.Enrich(tracks, sections));
  }
}
