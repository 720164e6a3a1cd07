package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.playlist.spotify.PlaylistContents.Contents;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.Html;
import org.jspecify.annotations.Nullable;

/**
 * Replies about a playlist: metadata, with a page of contents under {@code items} or {@code tracks}
 * or both, or without; and such pages alone.
 */
final class PlaylistReply {

  private PlaylistReply() {}

  /** The body, if it is about a playlist. */
  static Outcome<Json> known(Json body) {
    String type = body.text("type");
    return body.text("id") != null && (type == null || type.equals("playlist"))
        ? new Outcome.Found<>(body)
        : SpotifySignals.nonsense("playlist: a reply without a playlist");
  }

  /** A page that was asked for from {@code offset} on. */
  static Outcome<Contents> page(String name, ContentsPath path, Json body, int offset) {
    if (!body.at("items").isArray()) {
      return SpotifySignals.nonsense(name + ": a reply without entries");
    }
    Long from = body.wholeNumber("offset");
    return from == null || from == offset
        ? new Outcome.Found<>(contents(path, body))
        : SpotifySignals.nonsense(name + ": entries from another offset");
  }

  /** The entries of a page, null ones too. */
  static Contents contents(ContentsPath path, Json page) {
    return new Contents(
        path,
        page.list("items").stream().map(EntryReply::entry).toList(),
        page.wholeNumber("total"),
        page.text("next") != null);
  }

  /** A playlist whose first page is here. */
  static FetchedPlaylist readable(SpotifyId id, Json body, Contents first) {
    int here = first.entries().size();
    long total = first.total() == null || here == 0 ? here : Math.max(here, first.total());
    String snapshot = body.text("snapshot_id");
    Playlist playlist =
        playlist(id, body, (int) Math.min(total, Integer.MAX_VALUE), here, first.path(), false);
    return new FetchedPlaylist(playlist, new PlaylistPage(0, snapshot, first.entries()));
  }

  /** A playlist of which Spotify shows the metadata alone. */
  static FetchedPlaylist forbidden(SpotifyId id, Json body) {
    return new FetchedPlaylist(playlist(id, body, 0, 0, ContentsPath.ITEMS, true), null);
  }

  /** A playlist of which Spotify shows nothing. */
  static FetchedPlaylist forbidden(SpotifyId id) {
    return new FetchedPlaylist(
        new Playlist(id, null, null, null, null, 0, 0, ContentsPath.ITEMS.most(), true), null);
  }

  private static Playlist playlist(
      SpotifyId id, Json body, int total, int firstPage, ContentsPath path, boolean forbidden) {
    return new Playlist(
        id,
        body.text("name"),
        Html.plainText(body.text("description")),
        owner(body),
        body.text("snapshot_id"),
        total,
        firstPage,
        path.most(),
        forbidden);
  }

  private static @Nullable String owner(Json body) {
    String name = body.text("owner", "display_name");
    return name != null ? name : body.text("owner", "id");
  }
}
