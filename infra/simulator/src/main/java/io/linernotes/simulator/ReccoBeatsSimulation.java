package io.linernotes.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * ReccoBeats: tracks by Spotify id or ISRC, and audio features by Spotify id. A call takes up to
 * forty ids, and unknown ones are missing from the reply.
 */
final class ReccoBeatsSimulation {
  private static final int MOST = 40;

  private final Catalogue catalogue;

  ReccoBeatsSimulation(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Routes routes() {
    return new Routes(request -> error(404, "Not Found"))
        .add("GET /track", this::tracks)
        .add("GET /audio-features", this::audioFeatures);
  }

  static Reply rateLimited(Duration retryAfter) {
    return error(429, "Too Many Requests")
        .with("Retry-After", String.valueOf(Durations.retryAfterSeconds(retryAfter)))
        .asThrottling();
  }

  private Reply audioFeatures(Request request) {
    return content(request, catalogue::bySpotifyId, ReccoBeatsSimulation::features);
  }

  private Reply tracks(Request request) {
    return content(
        request,
        id -> catalogue.byIsrc(id).or(() -> catalogue.bySpotifyId(id)),
        ReccoBeatsSimulation::track);
  }

  private static Reply content(
      Request request,
      Function<String, Optional<Song>> find,
      Function<Song, Map<String, Object>> row) {
    List<String> ids = request.list("ids");
    if (ids.isEmpty()) {
      return error(400, "ids must not be empty");
    }
    List<Map<String, Object>> content =
        ids.stream()
            .limit(MOST)
            .distinct()
            .map(find)
            .flatMap(Optional::stream)
            .filter(song -> !song.has(Quirk.WITHOUT_AUDIO_FEATURES))
            .map(row)
            .sorted(
                (one, other) ->
                    String.valueOf(one.get("id")).compareTo(String.valueOf(other.get("id"))))
            .toList();
    return Reply.ok(Json.object("content", content));
  }

  private static Map<String, Object> track(Song song) {
    return Json.object(
        "id", id(song),
        "trackTitle", song.title(),
        "artists", song.artists().stream().map(name -> Json.object("name", name)).toList(),
        "durationMs", song.duration().toMillis(),
        "isrc", song.isrc(),
        "href", href(song));
  }

  private static String id(Song song) {
    return Ids.uuid("reccobeats:" + song.isrc());
  }

  private static String href(Song song) {
    return "https://open.spotify.com/track/" + song.spotifyId();
  }

  private static Map<String, Object> features(Song song) {
    AudioFeatures features = AudioFeatures.of(song);
    return Json.object(
        "id", id(song),
        "href", href(song),
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
