package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.Html;
import io.linernotes.json.Json;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.playlist.spotify.PlaylistContents.Contents;
import io.linernotes.track.SpotifyId;
import org.jspecify.annotations.Nullable;

/**
 * Replies about a playlist: metadata, with a page of contents under {@code items} or {@code tracks}
 * or both, or without; and such pages alone.
 */
final class PlaylistReply {

  /** What tells whether a playlist has changed, and what may change without that. */
  static final String VERSION = "snapshot_id,name,description,owner,public";

  private PlaylistReply() {}

  /** The body, if it is about a playlist. */
  static Outcome<Json> known(Json body) {
    String type = body.text("type");
    return body.text("id") != null && (type == null || type.equals("playlist"))
        ? new Outcome.Found<>(body)
        : SpotifySignals.nonsense("playlist: a reply without a playlist");
  }

  /** Whether the body holds entries, wanted or not. */
  static boolean isWhole(Json body) {
    return body.at("items").isObject() || body.at("tracks").isObject();
  }

  /** Whether the entries are those that are known. */
  static boolean isSameVersion(Json body, Playlist known) {
    String snapshot = body.text("snapshot_id");
    return snapshot != null && snapshot.equals(known.snapshotId());
  }

  /** What is known, under the name and description of the body. */
  static FetchedPlaylist renewed(FetchedPlaylist known, Json body) {
    if (body.text("name") == null) {
      return new FetchedPlaylist(known.playlist(), known.firstPage(), isPublic(body));
    }
    Playlist before = known.playlist();
    Playlist playlist =
        new Playlist(
            before.id(),
            body.text("name"),
            Html.plainText(body.text("description")),
            owner(body),
            before.snapshotId(),
            before.totalTracks(),
            before.firstPage(),
            before.pageSize(),
            before.contentsForbidden());
    return new FetchedPlaylist(playlist, known.firstPage(), isPublic(body));
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
    return new FetchedPlaylist(
        playlist, new PlaylistPage(0, snapshot, first.entries()), isPublic(body));
  }

  /** Whether Spotify says that everybody may see it; not, where it says nothing. */
  static boolean isPublic(Json body) {
    return Boolean.TRUE.equals(body.bool("public"));
  }

  /** A playlist of which Spotify shows the metadata alone. */
  static FetchedPlaylist forbidden(SpotifyId id, Json body) {
    return new FetchedPlaylist(
        playlist(id, body, 0, 0, ContentsPath.ITEMS, true), null, isPublic(body));
  }

  /** A playlist of which Spotify shows nothing. */
  static FetchedPlaylist forbidden(SpotifyId id) {
    return new FetchedPlaylist(
        new Playlist(id, null, null, null, null, 0, 0, ContentsPath.ITEMS.most(), true),
        null,
        false);
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
