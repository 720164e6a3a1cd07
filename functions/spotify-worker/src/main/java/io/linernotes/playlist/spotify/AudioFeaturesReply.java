package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.AudioFeaturesFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
          .filter(_ -> AudioFeaturesFields.isAnalysed(element))
          .ifPresent(
              id ->
                  features.put(
                      id,
                      AudioFeaturesFields.read(
                          element,
                          AudioFeaturesFields.within(element, "time_signature", 1, 16),
                          SOURCE)));
    }
    return new Outcome.Found<>(features);
  }
}
