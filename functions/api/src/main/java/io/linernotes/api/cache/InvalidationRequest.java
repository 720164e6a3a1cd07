package io.linernotes.api.cache;

import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.TextArrays;
import io.linernotes.invalidation.Invalidation;
import io.linernotes.invalidation.NamedKey;
import io.linernotes.json.Json;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The body of {@code POST /v1/cache/invalidations}. */
final class InvalidationRequest {

  static final int MOST = 500;

  /** The limit of a DynamoDB partition key, in bytes. */
  private static final int LONGEST_KEY = 2_048;

  private InvalidationRequest() {}

  static Invalidation parse(Json body) {
    List<NamedKey> keys = new ArrayList<>();
    List<String> texts = TextArrays.in(body, "keys", MOST);
    for (int i = 0; i < texts.size(); i++) {
      keys.add(key(texts.get(i), "keys[" + i + "]"));
    }
    Set<SpotifyId> tracks = TextArrays.spotifyIds(body, "track_ids", MOST);
    Set<SpotifyId> playlists = new LinkedHashSet<>();
    if (body.at("playlist_id").isPresent()) {
      playlists.add(TextArrays.spotifyId(body.at("playlist_id").exactText(), "playlist_id"));
    }
    if (keys.isEmpty() && tracks.isEmpty() && playlists.isEmpty()) {
      throw BadRequestException.of(
          "body", "Name what to invalidate: keys, playlist_id, track_ids, or several of them.");
    }
    return new Invalidation(keys, playlists, tracks);
  }

  /** Parses a key by the cache's grammar. */
  static NamedKey key(String text, String field) {
    return NamedKey.parse(text(text, field))
        .orElseThrow(
            () ->
                BadRequestException.of(
                    field,
                    "\""
                        + Names.abbreviated(text)
                        + "\" is not a key of the cache. A key starts with one of "
                        + NamedKey.forms()
                        + "; a user's own key puts user:{hash}: before that."));
  }

  /** Checks that a text could be a key of the table. */
  static String text(String text, String field) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length == 0 || length > LONGEST_KEY) {
      throw BadRequestException.of(
          field, "A key of the cache has 1 to " + LONGEST_KEY + " bytes, not " + length + ".");
    }
    return text;
  }
}
