package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.AudioFeaturesFields;
import io.linernotes.worker.BatchResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply of {@code /audio-features}: an array with null for a track that was never analysed.
 * Key -1, tempo 0 and time signature 0 mean that none was detected.
 */
final class AudioFeaturesReply {

  private static final String SOURCE = "spotify";

  /** All of these are 0 or absent for a track that Spotify has not analysed. */
  private static final List<String> TOLD = List.of("tempo", "danceability", "time_signature");

  private AudioFeaturesReply() {}

  /** The features by the requested ids. */
  static Outcome<BatchResult<SpotifyId, AudioFeatures>> features(Json body, List<SpotifyId> asked) {
    return BatchReply.read("audio_features", body, asked, new Features());
  }

  private static final class Features implements BatchReply.Elements<AudioFeatures> {

    @Override
    public Optional<SpotifyId> id(Json element, @Nullable SpotifyId expected) {
      return SpotifyId.parse(element.text("id"));
    }

    @Override
    public Outcome<AudioFeatures> read(Json element, SpotifyId id) {
      if (AudioFeaturesFields.isAnalysed(element)) {
        return new Outcome.Found<>(
            AudioFeaturesFields.read(
                element, AudioFeaturesFields.within(element, "time_signature", 1, 16), SOURCE));
      }
      return TOLD.stream().allMatch(field -> isNothing(element, field))
          ? new Outcome.Missing<>()
          : SpotifySignals.nonsense("audio features: an element that cannot be read");
    }

    private static boolean isNothing(Json element, String field) {
      Double number = element.number(field);
      return !element.at(field).isPresent() || (number != null && number == 0);
    }
  }
}
