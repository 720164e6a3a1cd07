package io.linernotes.api.cache;

import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.TextArrays;
import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.warming.WarmupTargets;
import java.util.List;
import java.util.Set;

/** The body of {@code POST /v1/warmups}. */
final class WarmupRequest {

  static final int MOST_PLAYLISTS = 20;
  static final int MOST_TRACKS = 500;

  private WarmupRequest() {}

  static WarmupTargets parse(Json body) {
    Set<SpotifyId> playlists = TextArrays.spotifyIds(body, "playlists", MOST_PLAYLISTS);
    Set<SpotifyId> tracks = TextArrays.spotifyIds(body, "tracks", MOST_TRACKS);
    if (playlists.isEmpty() && tracks.isEmpty()) {
      throw BadRequestException.of(
          "body", "Name what to warm: playlists, tracks, or both, as arrays of Spotify ids.");
    }
    return new WarmupTargets(
        List.copyOf(playlists), tracks.stream().map(Track::ofId).toList(), true);
  }
}
