package io.linernotes.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Playlists and their pages in the configured shape. */
final class SpotifyPlaylistPages {
  private final String apiUrl;
  private final SpotifyJson json;
  private final PlaylistShape shape;

  SpotifyPlaylistPages(String apiUrl, SpotifyJson json, PlaylistShape shape) {
    this.apiUrl = apiUrl;
    this.json = json;
    this.shape = shape;
  }

  /** The playlist with its first page; without contents for callers who may not see them. */
  Map<String, Object> playlist(Playlist playlist, boolean withContents, int firstPage) {
    String id = playlist.id();
    Map<String, Object> object =
        Json.object(
            "collaborative", false,
            "description", playlist.description(),
            "external_urls", Map.of("spotify", "https://open.spotify.com/playlist/" + id),
            "followers", Json.object("href", null, "total", 0),
            "href", apiUrl + "/playlists/" + id,
            "id", id,
            "images", json.images("playlist:" + id),
            "name", playlist.name(),
            "owner", json.user(playlist.owner()),
            "primary_color", null,
            "public", playlist.isPublic(),
            "snapshot_id", playlist.snapshotId(),
            "type", "playlist",
            "uri", "spotify:playlist:" + id);
    if (withContents && shape.names(PlaylistShape.TRACKS)) {
      object.put("tracks", page(playlist, "tracks", 0, firstPage));
    }
    if (withContents && shape.names(PlaylistShape.ITEMS)) {
      object.put("items", page(playlist, "items", 0, firstPage));
    }
    return object;
  }

  Map<String, Object> page(Playlist playlist, String path, int offset, int limit) {
    int total = playlist.entries().size();
    int start = Math.min(offset, total);
    int end = Math.min(start + limit, total);
    List<Map<String, Object>> entries =
        IntStream.range(start, end).mapToObj(i -> entry(playlist, i)).toList();
    return Json.object(
        "href", href(playlist, path, offset, limit),
        "items", entries,
        "limit", limit,
        "next", end < total ? href(playlist, path, end, limit) : null,
        "offset", offset,
        "previous", offset > 0 ? href(playlist, path, Math.max(0, offset - limit), limit) : null,
        "total", total);
  }

  private Map<String, Object> entry(Playlist playlist, int position) {
    PlaylistEntry entry = playlist.entries().get(position);
    boolean local = entry instanceof PlaylistEntry.LocalFile;
    Map<String, Object> item = contents(entry);
    Map<String, Object> object =
        Json.object(
            "added_at",
            "2026-01-%02dT12:00:00Z".formatted(1 + position % 28),
            "added_by",
            json.user(item == null ? "" : playlist.owner()),
            "is_local",
            local,
            "primary_color",
            null);
    if (shape.names(PlaylistShape.TRACKS)) {
      object.put("track", item);
    }
    if (shape.names(PlaylistShape.ITEMS)) {
      object.put("item", item);
    }
    object.put("video_thumbnail", Json.object("url", null));
    return object;
  }

  private @Nullable Map<String, Object> contents(PlaylistEntry entry) {
    return switch (entry) {
      case PlaylistEntry.Track track -> marked(json.track(track.song()), true);
      case PlaylistEntry.LocalFile file -> json.local(file);
      case PlaylistEntry.Episode episode -> marked(json.episode(episode), false);
      case PlaylistEntry.Unavailable _ -> null;
    };
  }

  /** Adds the two booleans that items have inside a playlist, one of which is called track. */
  private static Map<String, Object> marked(Map<String, Object> item, boolean track) {
    item.put("episode", !track);
    item.put("track", track);
    return item;
  }

  private String href(Playlist playlist, String path, int offset, int limit) {
    return "%s/playlists/%s/%s?offset=%d&limit=%d"
        .formatted(
            apiUrl,
            playlist.id(),
            path,
            offset,
            path.equals("items") ? Math.min(limit, 50) : limit);
  }
}
