package io.linernotes.playlist.spotify;

import static io.linernotes.playlist.spotify.FollowUps.enrich;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.enrichment.Outcome;
import io.linernotes.playlist.PlaylistChange;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.session.Scope;
import io.linernotes.session.Viewer;
import io.linernotes.task.Task.FetchPlaylistPage;
import io.linernotes.worker.TaskResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Fetches the pages of a playlist after the first one. */
final class PageTasks {

  /** How long a page is fresh if a reply omitted some of its entries. */
  private static final Duration UNKNOWN = Duration.ofMinutes(5);

  private final TaskClients clients;

  PageTasks(TaskClients clients) {
    this.clients = clients;
  }

  /** The keys to read beyond the task's own. */
  static List<CacheKey<?>> alsoReads(FetchPlaylistPage task) {
    return task.viewer() == null ? List.of() : List.of(PlaylistChange.key(task.playlist()));
  }

  /** The cached answer. A page of the requested version is current, however old it is. */
  static Optional<TaskResult> answered(FetchPlaylistPage task, CacheView view, Instant now) {
    CacheView known = PlaylistChange.withoutOlderCopies(view, task.playlist(), task.scope(), now);
    Entry<PlaylistPage> alive = known.slot(key(task)).alive(now);
    PlaylistPage page = alive == null ? null : alive.value();
    if (alive == null || page == null) {
      boolean isFreshMiss = alive != null && alive.isFresh(now);
      return isFreshMiss ? Optional.of(TaskResult.done(task)) : Optional.empty();
    }
    if (!alive.isFresh(now)) {
      return page.isUnchangedSince(task.snapshotId()) && page.isWhole()
          ? Optional.of(stored(task, page, now))
          : Optional.empty();
    }
    return page.isOf(task.snapshotId())
        ? Optional.of(TaskResult.done(task).then(enrich(page.tracks(), task.sections())))
        : Optional.empty();
  }

  /**
   * Calls Spotify. A page of a shared playlist is fetched with the application's token, to which
   * Spotify shows nothing private. If that is refused, it is fetched with the user's token and kept
   * if Spotify says that the playlist is still public.
   */
  TaskResult ask(FetchPlaylistPage task, Instant now) {
    Viewer viewer = task.viewer();
    if (viewer == null || !viewer.scope().equals(Scope.EVERYBODY)) {
      return clients.ask(
          viewer,
          task,
          client -> paged(task, client.page(task.playlist(), task.offset(), task.limit()), now));
    }
    Outcome<List<PlaylistEntry>> shown = asApplication(task);
    return shown instanceof Outcome.Unsupported || shown instanceof Outcome.Missing
        ? clients.ask(
            viewer,
            task,
            client ->
                paged(task, client.publicPage(task.playlist(), task.offset(), task.limit()), now))
        : paged(task, shown, now);
  }

  private Outcome<List<PlaylistEntry>> asApplication(FetchPlaylistPage task) {
    SpotifyClient application = clients.application();
    if (!application.capabilities().mayReadOthersContents()) {
      return new Outcome.Missing<>();
    }
    Outcome<List<PlaylistEntry>> shown =
        application.page(task.playlist(), task.offset(), task.limit());
    if (shown instanceof Outcome.Unsupported) {
      application.capabilities().refusedOthersContents();
    }
    return shown;
  }

  private static TaskResult paged(
      FetchPlaylistPage task, Outcome<List<PlaylistEntry>> outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Found<List<PlaylistEntry>>(List<PlaylistEntry> entries) ->
          stored(task, new PlaylistPage(task.offset(), task.snapshotId(), entries), now);
      case Outcome.Missing<List<PlaylistEntry>> _ ->
          TaskResult.answered(task, List.of(Entry.missing(key(task), now)));
      // Not unsupported: that a playlist is no longer readable is found when it is revalidated.
      case Outcome.Unsupported<List<PlaylistEntry>> refused ->
          TaskResult.failed(
              task, new Outcome.Unavailable<>(refused.cause() + ": no longer readable", null));
      case Outcome.Failure<List<PlaylistEntry>> failure -> TaskResult.failed(task, failure);
    };
  }

  private static TaskResult stored(FetchPlaylistPage task, PlaylistPage page, Instant now) {
    return TaskResult.answered(task, List.of(entry(key(task), page, now)))
        .then(enrich(page.tracks(), task.sections()));
  }

  /** The entry of a page; one with unknown entries becomes stale soon. */
  static Entry<PlaylistPage> entry(CacheKey<PlaylistPage> key, PlaylistPage page, Instant now) {
    return page.isWhole() ? Entry.found(key, page, now) : Entry.found(key, page, now, UNKNOWN);
  }

  private static CacheKey<PlaylistPage> key(FetchPlaylistPage task) {
    return PlaylistKeys.page(task.playlist(), task.offset(), task.scope());
  }
}
