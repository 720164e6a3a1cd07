package io.linernotes.worker;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads audio features under Spotify's field names, which ReccoBeats uses too. A key of -1 and a
 * tempo of 0 mean that nothing was detected. A number out of its range reads as unknown too.
 */
public final class AudioFeaturesFields {

  private static final double FASTEST = 500;
  private static final double QUIETEST = -100;
  private static final double LOUDEST = 20;

  private AudioFeaturesFields() {}

  /**
   * Whether the track was analysed. For a track that was not, Spotify answers with a tempo, a time
   * signature and a danceability of 0, and the other numbers mean nothing.
   */
  public static boolean isAnalysed(Json json) {
    boolean any =
        json.number("energy") != null
            || json.number("danceability") != null
            || json.number("tempo") != null;
    return any && !(isZero(json, "tempo") && isZero(json, "danceability") && isBeatless(json));
  }

  private static boolean isBeatless(Json json) {
    return json.number("time_signature") == null || isZero(json, "time_signature");
  }

  private static boolean isZero(Json json, String field) {
    Double number = json.number(field);
    return number != null && number == 0;
  }

  /**
   * The features in {@code json}.
   *
   * @param timeSignature beats in a bar; null if the provider does not say
   * @param source the provider's name, stored with the features
   */
  public static AudioFeatures read(Json json, @Nullable Integer timeSignature, String source) {
    Double tempo = between(json, "tempo", 0, FASTEST);
    return new AudioFeatures(
        between(json, "acousticness", 0, 1),
        between(json, "danceability", 0, 1),
        between(json, "energy", 0, 1),
        between(json, "instrumentalness", 0, 1),
        between(json, "liveness", 0, 1),
        between(json, "loudness", QUIETEST, LOUDEST),
        between(json, "speechiness", 0, 1),
        between(json, "valence", 0, 1),
        tempo != null && tempo > 0 ? tempo : null,
        within(json, "key", 0, 11),
        within(json, "mode", 0, 1),
        timeSignature,
        source);
  }

  private static @Nullable Double between(Json json, String field, double least, double most) {
    Double number = json.number(field);
    return number != null && number >= least && number <= most ? number : null;
  }

  /** The whole number in the field, if it lies in that range. */
  public static @Nullable Integer within(Json json, String field, int least, int most) {
    Long number = json.wholeNumber(field);
    return number != null && number >= least && number <= most
        ? Integer.valueOf(number.intValue())
        : null;
  }
}
