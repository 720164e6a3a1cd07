package io.linernotes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioFeaturesFieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"tempo\":0,\"time_signature\":0,\"danceability\":0,\"energy\":0.6,\"valence\":0}",
        "{\"tempo\":0.0,\"danceability\":0.0,\"energy\":0.6}",
        "{\"id\":\"x\"}",
      })
  void tellsWhatWasNotAnalysed(String json) {
    assertThat(AudioFeaturesFields.isAnalysed(json(json))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"tempo\":0,\"time_signature\":0,\"danceability\":0.1,\"energy\":0.6}",
        "{\"tempo\":0,\"time_signature\":4,\"danceability\":0}",
        "{\"tempo\":90,\"time_signature\":0,\"danceability\":0}",
        "{\"energy\":0}"
      })
  void believesInWhatWas(String json) {
    assertThat(AudioFeaturesFields.isAnalysed(json(json))).isTrue();
  }

  @Test
  void takesNumbersOutOfRangeForUnknown() {
    AudioFeatures features =
        AudioFeaturesFields.read(
            json(
                """
                {"acousticness":-0.1,"danceability":1.5,"energy":73,"instrumentalness":1e300,
                 "liveness":-1,"loudness":-1e9,"speechiness":2,"valence":-3,"tempo":1e40,"key":12,
                 "mode":2}"""),
            null,
            "spotify");

    assertThat(features)
        .isEqualTo(
            new AudioFeatures(
                null, null, null, null, null, null, null, null, null, null, null, null, "spotify"));
  }

  @Test
  void keepsTheEndsOfTheRanges() {
    AudioFeatures features =
        AudioFeaturesFields.read(
            json("{\"energy\":1,\"valence\":0,\"loudness\":0,\"tempo\":250.5,\"key\":0}"),
            4,
            "spotify");

    assertThat(features.energy()).isEqualTo(1.0);
    assertThat(features.valence()).isEqualTo(0.0);
    assertThat(features.loudness()).isEqualTo(0.0);
    assertThat(features.tempo()).isEqualTo(250.5);
    assertThat(features.key()).isZero();
  }

  private static Json json(String text) {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
