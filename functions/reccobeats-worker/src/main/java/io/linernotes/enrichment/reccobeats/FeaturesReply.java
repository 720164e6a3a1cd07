package io.linernotes.enrichment.reccobeats;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.AudioFeaturesFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code {"content":[{"id","href","energy",…}]}} in any order, without the tracks that ReccoBeats
 * does not know. The {@code id} is its own; Spotify's ends the {@code href}. Key -1 and tempo 0
 * mean that none was detected; it tells no time signature.
 */
final class FeaturesReply {

  private static final String SOURCE = "reccobeats";

  private FeaturesReply() {}

  /** The features by the ids asked for. */
  static Outcome<Map<SpotifyId, AudioFeatures>> features(Json body, List<SpotifyId> asked) {
    if (!body.at("content").isArray()) {
      return ReccoBeatsClient.nonsense("a reply without content");
    }
    Map<SpotifyId, AudioFeatures> features = new LinkedHashMap<>();
    for (Json element : body.list("content")) {
      id(element)
          .filter(asked::contains)
          .filter(_ -> AudioFeaturesFields.isAnalysed(element))
          .ifPresent(
              id -> features.putIfAbsent(id, AudioFeaturesFields.read(element, null, SOURCE)));
    }
    return new Outcome.Found<>(features);
  }

  /** The last segment of the path, whatever stands before and after the path. */
  private static Optional<SpotifyId> id(Json element) {
    String href = element.text("href");
    if (href == null) {
      return Optional.empty();
    }
    String path = href.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    return SpotifyId.parse(path.substring(path.lastIndexOf('/') + 1));
  }
}
