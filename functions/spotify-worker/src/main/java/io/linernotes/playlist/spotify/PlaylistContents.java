package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.track.SpotifyId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads playlists' contents by whichever of the two paths this application may use. */
final class PlaylistContents {

  private final SpotifyClient client;
  private final SpotifyCapabilities capabilities;

  PlaylistContents(SpotifyClient client, SpotifyCapabilities capabilities) {
    this.client = client;
    this.capabilities = capabilities;
  }

  /** The playlist with its first page, which the body holds or further calls bring. */
  Outcome<FetchedPlaylist> of(SpotifyId id, Json body) {
    for (ContentsPath path : ContentsPath.values()) {
      Contents contents = PlaylistReply.contents(path, body.at(path.id()));
      if (!contents.entries().isEmpty() || contents.isAll()) {
        capabilities.shown(path);
        return new Outcome.Found<>(PlaylistReply.readable(id, body, contents));
      }
    }
    return switch (contents(id, 0, capabilities.lastShownPath().most())) {
      case Outcome.Found<Contents>(Contents contents) ->
          new Outcome.Found<>(PlaylistReply.readable(id, body, contents));
      // The playlist is there, its contents are not: not for this application.
      case Outcome.Missing<Contents> _, Outcome.Unsupported<Contents> _ ->
          new Outcome.Found<>(PlaylistReply.forbidden(id, body));
      case Outcome.Failure<Contents> failure -> failure.cast();
    };
  }

  /** The entries from {@code offset} on, asked for until there are {@code limit} or no more. */
  Outcome<List<PlaylistEntry>> page(SpotifyId id, int offset, int limit) {
    List<PlaylistEntry> entries = new ArrayList<>();
    while (entries.size() < limit) {
      int wanted = limit - entries.size();
      Outcome<Contents> outcome = contents(id, offset + entries.size(), wanted);
      if (!(outcome instanceof Outcome.Found<Contents>(Contents contents))) {
        return outcome.map(Contents::entries);
      }
      // More than was asked for belongs to the next page.
      List<PlaylistEntry> more = contents.entries();
      entries.addAll(more.subList(0, Math.min(wanted, more.size())));
      if (more.isEmpty() || !contents.more()) {
        break;
      }
    }
    return new Outcome.Found<>(entries);
  }

  /** One call by the likelier path, and if that is refused, one by the other. */
  private Outcome<Contents> contents(SpotifyId id, int offset, int limit) {
    ContentsPath first = capabilities.likelierPath(limit);
    Outcome<Contents> outcome = contents(first, id, offset, limit);
    if (capabilities.hasNewPathOnly() || !isNo(outcome)) {
      return outcome;
    }
    Outcome<Contents> second = contents(first.other(), id, offset, limit);
    if (second instanceof Outcome.Found) {
      capabilities.refused(first);
    }
    return second instanceof Outcome.Missing ? outcome : second;
  }

  private static boolean isNo(Outcome<?> outcome) {
    return outcome instanceof Outcome.Missing || outcome instanceof Outcome.Unsupported;
  }

  private Outcome<Contents> contents(ContentsPath path, SpotifyId id, int offset, int limit) {
    int most = Math.min(limit, path.most());
    String query = "?offset=" + offset + "&limit=" + most;
    String name = "playlist " + path.id();
    return client
        .get(name, "/playlists/" + id + "/" + path.id() + query)
        .then(body -> PlaylistReply.page(name, path, body, offset));
  }

  /**
   * Consecutive entries as one reply brought them.
   *
   * @param total how many the playlist has, null if the reply does not say
   * @param more whether the reply says that others follow
   */
  record Contents(
      ContentsPath path, List<PlaylistEntry> entries, @Nullable Long total, boolean more) {

    /** Whether the playlist has no other entries. */
    boolean isAll() {
      return !more && total != null && total == entries.size();
    }
  }
}
