package io.linernotes.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ReccoBeats: audio features by Spotify id, forty at a time, unknown ones left out. */
final class ReccoBeatsSimulation {
  private static final int MOST = 40;

  private final Catalogue catalogue;

  ReccoBeatsSimulation(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Routes routes() {
    return new Routes(request -> error(404, "Not Found"))
        .add("GET /audio-features", this::audioFeatures);
  }

  static Reply rateLimited(Duration retryAfter) {
    return error(429, "Too Many Requests")
        .with("Retry-After", String.valueOf(Durations.retryAfterSeconds(retryAfter)))
        .asThrottling();
  }

  private Reply audioFeatures(Request request) {
    List<String> ids = request.list("ids");
    if (ids.isEmpty()) {
      return error(400, "ids must not be empty");
    }
    List<Map<String, Object>> content =
        ids.stream()
            .limit(MOST)
            .distinct()
            .map(catalogue::bySpotifyId)
            .flatMap(Optional::stream)
            .filter(song -> !song.has(Quirk.WITHOUT_AUDIO_FEATURES))
            .map(ReccoBeatsSimulation::features)
            .sorted(
                (one, other) ->
                    String.valueOf(one.get("id")).compareTo(String.valueOf(other.get("id"))))
            .toList();
    return Reply.ok(Json.object("content", content));
  }

  private static Map<String, Object> features(Song song) {
    AudioFeatures features = AudioFeatures.of(song);
    return Json.object(
        "id", Ids.uuid("reccobeats:" + song.isrc()),
        "href", "https://open.spotify.com/track/" + song.spotifyId(),
        "acousticness", features.acousticness(),
        "danceability", features.danceability(),
        "energy", features.energy(),
        "instrumentalness", features.instrumentalness(),
        "key", song.has(Quirk.RECCOBEATS_WITHOUT_KEY) ? -1 : features.key(),
        "liveness", features.liveness(),
        "loudness", features.loudness(),
        "mode", features.mode(),
        "speechiness", features.speechiness(),
        "tempo", features.tempo(),
        "valence", features.valence());
  }

  private static Reply error(int status, String message) {
    return Reply.json(status, Json.object("status", status, "error", message));
  }
}
