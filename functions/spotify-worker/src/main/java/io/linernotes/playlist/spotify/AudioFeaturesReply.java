package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply of {@code /audio-features}: an array with null for what was never analysed. Key -1, tempo
 * 0 and time signature 0 mean that none was detected.
 */
final class AudioFeaturesReply {

  private static final String SOURCE = "spotify";

  private AudioFeaturesReply() {}

  /** The features by the ids asked for. */
  static Outcome<Map<SpotifyId, AudioFeatures>> features(Json body, List<SpotifyId> asked) {
    if (!body.at("audio_features").isArray()) {
      return SpotifySignals.nonsense("audio features: a reply without features");
    }
    Map<SpotifyId, AudioFeatures> features = new LinkedHashMap<>();
    for (Json element : body.list("audio_features")) {
      SpotifyId.parse(element.text("id"))
          .filter(asked::contains)
          .filter(_ -> isAnalysed(element))
          .ifPresent(id -> features.put(id, features(element)));
    }
    return new Outcome.Found<>(features);
  }

  private static boolean isAnalysed(Json json) {
    return json.number("energy") != null
        || json.number("danceability") != null
        || json.number("tempo") != null;
  }

  private static AudioFeatures features(Json json) {
    Double tempo = json.number("tempo");
    return new AudioFeatures(
        json.number("acousticness"),
        json.number("danceability"),
        json.number("energy"),
        json.number("instrumentalness"),
        json.number("liveness"),
        json.number("loudness"),
        json.number("speechiness"),
        json.number("valence"),
        tempo != null && tempo > 0 ? tempo : null,
        within(json, "key", 0, 11),
        within(json, "mode", 0, 1),
        within(json, "time_signature", 1, 16),
        SOURCE);
  }

  private static @Nullable Integer within(Json json, String field, int least, int most) {
    Long number = json.wholeNumber(field);
    return number != null && number >= least && number <= most
        ? Integer.valueOf(number.intValue())
        : null;
  }
}
