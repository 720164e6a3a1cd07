package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.Html;
import io.linernotes.http.ReplyText;
import io.linernotes.json.Json;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.playlist.spotify.PlaylistContents.Contents;
import io.linernotes.track.SpotifyId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads replies about a playlist: its metadata, with a page of contents under {@code items}, {@code
 * tracks} or both, or without one; and replies that hold a page alone.
 */
final class PlaylistReply {

  /**
   * The fields that revalidation needs: the version, and the metadata that may change without it.
   */
  static final String VERSION = "snapshot_id,name,description,owner,public";

  private PlaylistReply() {}

  /** The body, if it is about this playlist. */
  static Outcome<Json> known(SpotifyId id, Json body) {
    String type = body.text("type");
    return id.value().equals(body.text("id")) && (type == null || type.equals("playlist"))
        ? new Outcome.Found<>(body)
        : SpotifySignals.nonsense("playlist: a reply without a playlist");
  }

  /** Whether the body holds contents, even if they were not requested. */
  static boolean isWhole(Json body) {
    return body.at("items").isObject() || body.at("tracks").isObject();
  }

  /** Whether the body has the version of the cached playlist. */
  static boolean isSameVersion(Json body, Playlist known) {
    String snapshot = body.text("snapshot_id");
    return snapshot != null && snapshot.equals(known.snapshotId());
  }

  /** The cached playlist with the body's name, description and owner. */
  static FetchedPlaylist renewed(FetchedPlaylist known, Json body) {
    if (body.text("name") == null) {
      return new FetchedPlaylist(known.playlist(), known.firstPage(), isPublic(body));
    }
    Playlist before = known.playlist();
    Playlist playlist =
        new Playlist(
            before.id(),
            ReplyText.line(body.text("name")),
            Html.plainText(body.text("description")),
            owner(body),
            before.snapshotId(),
            before.totalTracks(),
            before.firstPage(),
            before.pageSize(),
            before.contentsForbidden());
    return new FetchedPlaylist(playlist, known.firstPage(), isPublic(body));
  }

  /** The page in the reply to a request from {@code offset} on. */
  static Outcome<Contents> page(String name, ContentsPath path, Json body, int offset) {
    if (!body.at("items").isArray()) {
      return SpotifySignals.nonsense(name + ": a reply without entries");
    }
    Long from = body.wholeNumber("offset");
    return from == null || from == offset
        ? contents(name, path, body, offset)
        : SpotifySignals.nonsense(name + ": entries from another offset");
  }

  /**
   * The entries of a page, null ones too. A total that no playlist can have, or that contradicts
   * the page, makes the reply unreadable: with too small a total the rest would be lost, with too
   * large a total every request would fetch pages that do not exist.
   */
  static Outcome<Contents> contents(String name, ContentsPath path, Json page, int offset) {
    List<Json> items = page.list("items");
    Long total = page.wholeNumber("total");
    boolean goesOn = page.text("next") != null;
    if (total == null || total < 0 || total > Playlist.MOST_ENTRIES) {
      return SpotifySignals.nonsense(name + ": a total that no playlist has");
    }
    if (goesOn && total <= offset + items.size()) {
      return SpotifySignals.nonsense(name + ": a total that contradicts the page");
    }
    return new Outcome.Found<>(
        new Contents(path, items.stream().map(EntryReply::entry).toList(), total.intValue()));
  }

  /** The playlist with its first page. */
  static Outcome<FetchedPlaylist> readable(SpotifyId id, Json body, Contents first) {
    int here = first.entries().size();
    if (here == 0 && first.total() > 0) {
      return SpotifySignals.nonsense("playlist: an empty page of a playlist that goes on");
    }
    int total = Math.max(here, first.total());
    Playlist playlist = playlist(id, body, total, here, first.path(), false);
    PlaylistPage page = new PlaylistPage(0, playlist.snapshotId(), first.entries());
    return new Outcome.Found<>(new FetchedPlaylist(playlist, page, isPublic(body)));
  }

  /** Whether Spotify says that the playlist is public; false if it does not say. */
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
        ReplyText.line(body.text("name")),
        Html.plainText(body.text("description")),
        owner(body),
        ReplyText.line(body.text("snapshot_id")),
        total,
        firstPage,
        path.most(),
        forbidden);
  }

  private static @Nullable String owner(Json body) {
    String name = ReplyText.line(body.text("owner", "display_name"));
    return name != null ? name : ReplyText.line(body.text("owner", "id"));
  }
}
