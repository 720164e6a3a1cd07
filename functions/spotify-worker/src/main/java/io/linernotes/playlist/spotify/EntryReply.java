package io.linernotes.playlist.spotify;

import io.linernotes.http.ReplyText;
import io.linernotes.json.Json;
import io.linernotes.playlist.PlaylistEntry;

/**
 * Reads one entry of a playlist. Its content is under {@code item}, before 2026 under {@code
 * track}, or under both. The object inside also has a boolean called {@code track}.
 */
final class EntryReply {

  private EntryReply() {}

  static PlaylistEntry entry(Json entry) {
    if (entry.isPresent() && !entry.isObject()) {
      return new PlaylistEntry.Unknown();
    }
    Json content = entry.at("item").isObject() ? entry.at("item") : entry.at("track");
    if (!content.isObject()) {
      return new PlaylistEntry.Unavailable();
    }
    if (isTrue(entry, "is_local") || isTrue(content, "is_local")) {
      return new PlaylistEntry.Local(
          ReplyText.line(content.text("name")),
          TrackReply.artists(content),
          TrackReply.duration(content));
    }
    String type = content.text("type");
    if ("episode".equals(type) || (type == null && isTrue(content, "episode"))) {
      return new PlaylistEntry.Episode(
          ReplyText.line(content.text("id")),
          ReplyText.line(content.text("name")),
          TrackReply.duration(content));
    }
    return TrackReply.isTrack(content)
        ? TrackReply.track(content)
            .<PlaylistEntry>map(PlaylistEntry.OfTrack::new)
            .orElseGet(PlaylistEntry.Unavailable::new)
        : new PlaylistEntry.Unavailable();
  }

  private static boolean isTrue(Json json, String field) {
    return Boolean.TRUE.equals(json.bool(field));
  }
}
