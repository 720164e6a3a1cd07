package io.linernotes.playlist.spotify;

import static io.linernotes.playlist.spotify.FollowUps.enrich;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.enrichment.Outcome;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistChange;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.session.Scope;
import io.linernotes.session.Viewer;
import io.linernotes.task.Task;
import io.linernotes.task.Task.FetchPlaylist;
import io.linernotes.worker.TaskResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches playlists with their first pages. A playlist that is not cached takes one call. A cached
 * one is revalidated: one small call compares the version, and the cached pages stay unless it has
 * changed.
 */
final class PlaylistTasks {

  /** How long the refusal of a playlist's contents is remembered. */
  private static final Duration FORBIDDEN = Duration.ofMinutes(15);

  private final TaskClients clients;

  PlaylistTasks(TaskClients clients) {
    this.clients = clients;
  }

  /** The keys to read beyond the task's own. */
  static List<CacheKey<?>> alsoReads(FetchPlaylist task) {
    CacheKey<PlaylistPage> shared = PlaylistKeys.page(task.playlist(), 0);
    return task.viewer() == null
        ? List.of(shared)
        : List.of(
            PlaylistKeys.page(task.playlist(), 0, task.scope()),
            PlaylistKeys.playlist(task.playlist()),
            shared,
            PlaylistChange.key(task.playlist()));
  }

  /** The cached answer: the user's own, else the shared one. */
  static Optional<TaskResult> answered(FetchPlaylist task, CacheView view, Instant now) {
    CacheView known = withoutOlderCopies(task, view, now);
    return answered(task, task.scope(), known, now)
        .or(() -> answered(task, Scope.EVERYBODY, known, now));
  }

  private static Optional<TaskResult> answered(
      FetchPlaylist task, Scope scope, CacheView known, Instant now) {
    Entry<Playlist> fresh = known.slot(PlaylistKeys.playlist(task.playlist(), scope)).fresh(now);
    if (fresh == null) {
      return Optional.empty();
    }
    Playlist playlist = fresh.value();
    if (playlist == null || playlist.contentsForbidden()) {
      // Spotify may still show the user a playlist that it hides from everybody else.
      return scope.equals(task.scope()) ? Optional.of(TaskResult.done(task)) : Optional.empty();
    }
    Entry<PlaylistPage> first = known.slot(PlaylistKeys.page(task.playlist(), 0, scope)).fresh(now);
    PlaylistPage page = first == null ? null : first.value();
    return page != null && playlist.isCurrent(page)
        ? Optional.of(TaskResult.done(task).then(following(task, scope, playlist, page)))
        : Optional.empty();
  }

  /** Calls Spotify with the token of the task's viewer, or the application's. */
  TaskResult ask(FetchPlaylist task, CacheView view, Instant now) {
    CacheView known = withoutOlderCopies(task, view, now);
    return clients.ask(task.viewer(), task, client -> ask(client, task, known, now));
  }

  private static TaskResult ask(
      SpotifyClient client, FetchPlaylist task, CacheView known, Instant now) {
    Outcome<FetchedPlaylist> outcome =
        known(task, task.scope(), known, now)
            .or(() -> known(task, Scope.EVERYBODY, known, now))
            .map(client::revalidated)
            .orElseGet(() -> client.playlist(task.playlist()));
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

  private static CacheView withoutOlderCopies(FetchPlaylist task, CacheView view, Instant now) {
    return PlaylistChange.withoutOlderCopies(view, task.playlist(), task.scope(), now);
  }

  /** The playlist as cached, if its first page is cached too and of the same version. */
  private static Optional<FetchedPlaylist> known(
      FetchPlaylist task, Scope scope, CacheView known, Instant now) {
    Playlist playlist = known.slot(PlaylistKeys.playlist(task.playlist(), scope)).value(now);
    PlaylistPage first = known.slot(PlaylistKeys.page(task.playlist(), 0, scope)).value(now);
    return playlist != null
            && first != null
            && first.isUnchangedSince(playlist.snapshotId())
            && first.isWhole()
        ? Optional.of(new FetchedPlaylist(playlist, first, false))
        : Optional.empty();
  }

  /** A user's answer is stored for this user alone, unless Spotify says that it is public. */
  private static TaskResult stored(
      FetchPlaylist task, FetchedPlaylist fetched, CacheView known, Instant now) {
    PlaylistPage first = fetched.firstPage();
    if (first == null) {
      return TaskResult.answered(task, refused(task, fetched, known, now));
    }
    Scope scope = fetched.isPublic() ? Scope.EVERYBODY : task.scope();
    return TaskResult.answered(
            task,
            List.of(
                Entry.found(PlaylistKeys.playlist(task.playlist(), scope), fetched.playlist(), now),
                PageTasks.entry(PlaylistKeys.page(task.playlist(), 0, scope), first, now)))
        .then(following(task, scope, fetched.playlist(), first));
  }

  /**
   * The entries to store if Spotify shows the metadata alone. The refusal is stored for this user.
   * The shared copy, once read with the owner's token, is kept as long as the playlist is public.
   */
  private static List<Entry<?>> refused(
      FetchPlaylist task, FetchedPlaylist fetched, CacheView known, Instant now) {
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

  /**
   * The follow-ups: enrich the first page's tracks, and fetch the other pages. A task without
   * sections fetches no other pages; a request that shows a page fetches it.
   */
  private static List<TaskResult.Next> following(
      FetchPlaylist task, Scope scope, Playlist playlist, PlaylistPage first) {
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
}
