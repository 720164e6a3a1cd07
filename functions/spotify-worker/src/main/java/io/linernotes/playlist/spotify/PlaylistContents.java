package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.track.SpotifyId;
import java.util.ArrayList;
import java.util.List;

/** Reads playlists' contents by the one of the two paths that this application may use. */
final class PlaylistContents {

  /** Enough for a page of 100 by the path that returns 50, and for two short replies. */
  private static final int MOST_CALLS = 4;

  private final SpotifyClient client;
  private final SpotifyCapabilities capabilities;

  PlaylistContents(SpotifyClient client, SpotifyCapabilities capabilities) {
    this.client = client;
    this.capabilities = capabilities;
  }

  /** The playlist with its first page, from the body or from further calls. */
  Outcome<FetchedPlaylist> of(SpotifyId id, Json body) {
    for (ContentsPath path : ContentsPath.values()) {
      Json page = body.at(path.id());
      if (!page.list("items").isEmpty() || Long.valueOf(0).equals(page.wholeNumber("total"))) {
        capabilities.shown(path);
        return PlaylistReply.contents("playlist", path, page, 0)
            .then(contents -> PlaylistReply.readable(id, body, contents));
      }
    }
    return switch (contents(id, 0, capabilities.lastShownPath().most())) {
      case Outcome.Found<Contents>(Contents contents) -> PlaylistReply.readable(id, body, contents);
      // The playlist exists, but this application may not read its contents.
      case Outcome.Missing<Contents> _, Outcome.Unsupported<Contents> _ ->
          new Outcome.Found<>(PlaylistReply.forbidden(id, body));
      case Outcome.Failure<Contents> failure -> failure.cast();
    };
  }

  /**
   * The entries from {@code offset} on, fetched until there are {@code limit} or the playlist ends.
   * Entries that the playlist counts but the replies omit are unknown.
   */
  Outcome<List<PlaylistEntry>> page(SpotifyId id, int offset, int limit) {
    List<PlaylistEntry> entries = new ArrayList<>();
    int promised = limit;
    for (int call = 0; call < MOST_CALLS && entries.size() < promised; call++) {
      int wanted = promised - entries.size();
      Outcome<Contents> outcome = contents(id, offset + entries.size(), wanted);
      if (!(outcome instanceof Outcome.Found<Contents>(Contents contents))) {
        return outcome.map(Contents::entries);
      }
      // Entries beyond the limit belong to the next page.
      List<PlaylistEntry> more = contents.entries();
      entries.addAll(more.subList(0, Math.min(wanted, more.size())));
      promised = Math.clamp(contents.total() - offset, 0, limit);
      if (more.isEmpty()) {
        break;
      }
    }
    return entries.isEmpty() && promised > 0
        ? SpotifySignals.nonsense("playlist: an empty page of a playlist that goes on")
        : new Outcome.Found<>(filledUp(entries, promised));
  }

  private static List<PlaylistEntry> filledUp(List<PlaylistEntry> entries, int promised) {
    while (entries.size() < promised) {
      entries.add(new PlaylistEntry.Unknown());
    }
    return entries;
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
   * The consecutive entries of one reply.
   *
   * @param total how many the playlist has
   */
  record Contents(ContentsPath path, List<PlaylistEntry> entries, int total) {}
}
