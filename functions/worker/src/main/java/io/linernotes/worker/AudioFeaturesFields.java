package io.linernotes.worker;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Audio features in the fields that Spotify gave them, which ReccoBeats took over: a key of -1 and
 * a tempo of 0 mean that nothing was detected.
 */
public final class AudioFeaturesFields {

  private AudioFeaturesFields() {}

  /** Whether there are features at all, and not just an id. */
  public static boolean isAnalysed(Json json) {
    return json.number("energy") != null
        || json.number("danceability") != null
        || json.number("tempo") != null;
  }

  /**
   * The features in {@code json}.
   *
   * @param timeSignature beats a bar; null where the provider does not tell them
   * @param source who answered
   */
  public static AudioFeatures read(Json json, @Nullable Integer timeSignature, String source) {
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
        timeSignature,
        source);
  }

  /** The whole number in the field, if it lies in that range. */
  public static @Nullable Integer within(Json json, String field, int least, int most) {
    Long number = json.wholeNumber(field);
    return number != null && number >= least && number <= most
        ? Integer.valueOf(number.intValue())
        : null;
  }
}
