package io.linernotes.api;

import io.linernotes.invalidation.Invalidation;
import io.linernotes.invalidation.NamedKey;
import io.linernotes.json.Json;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The body of {@code POST /v1/cache/invalidations}. */
final class InvalidationRequest {

  static final int MOST = 500;

  private InvalidationRequest() {}

  static Invalidation parse(Json body) {
    List<NamedKey> keys = new ArrayList<>();
    List<String> texts = Texts.in(body, "keys", MOST);
    for (int i = 0; i < texts.size(); i++) {
      keys.add(key(texts.get(i), "keys[" + i + "]"));
    }
    Set<SpotifyId> tracks = Texts.spotifyIds(body, "track_ids", MOST);
    Set<SpotifyId> playlists = new LinkedHashSet<>();
    if (body.at("playlist_id").isPresent()) {
      String id = body.at("playlist_id").isText() ? body.text("playlist_id") : null;
      playlists.add(Texts.spotifyId(id == null ? "" : id, "playlist_id"));
    }
    if (keys.isEmpty() && tracks.isEmpty() && playlists.isEmpty()) {
      throw BadRequestException.of(
          "body", "Say what to invalidate: keys, playlist_id or track_ids, or several of them.");
    }
    return new Invalidation(keys, playlists, tracks);
  }

  static NamedKey key(String text, String field) {
    return NamedKey.parse(text)
        .orElseThrow(
            () ->
                BadRequestException.of(
                    field,
                    "\""
                        + Names.abbreviated(text)
                        + "\" is no key of the cache: one begins with any of "
                        + NamedKey.forms()
                        + ", perhaps after user:{hash}:."));
  }
}
