package io.linernotes.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixTest {

  @Test
  void twoProvidersThatTellTheSameTempoAgree() {
    Mix mix = Mix.of(deezer(122.7), tempo(123.5));

    assertThat(mix.bpm()).isEqualTo(122.7);
    assertThat(mix.bpmSource()).isEqualTo("deezer");
    assertThat(mix.bpmAlternatives()).isEmpty();
    assertThat(mix.agreement()).isEqualTo(Agreement.SAME);
  }

  @ParameterizedTest
  @CsvSource({
    "61.75, 123.5, 123.5, reccobeats, 61.75",
    "123.5, 61.75, 123.5, deezer, 61.75",
    "174, 87.3, 174, deezer, 87.3",
    "180, 90.4, 90.4, reccobeats, 180",
    "46, 91.5, 91.5, reccobeats, 46"
  })
  void halfAndDoubleTimeAreTheSameTempo(
      double deezer, double features, double bpm, String source, double alternative) {
    Mix mix = Mix.of(deezer(deezer), tempo(features));

    assertThat(mix.bpm()).isEqualTo(bpm);
    assertThat(mix.bpmSource()).isEqualTo(source);
    assertThat(mix.bpmAlternatives()).containsExactly(alternative);
    assertThat(mix.agreement()).isEqualTo(Agreement.OCTAVE);
  }

  @ParameterizedTest
  @CsvSource({"128, 96", "120, 123", "100, 133.3", "90, 130"})
  void deezersTempoStandsWhereTheTwoDiffer(double deezer, double features) {
    Mix mix = Mix.of(deezer(deezer), tempo(features));

    assertThat(mix.bpm()).isEqualTo(deezer);
    assertThat(mix.bpmAlternatives()).containsExactly(features);
    assertThat(mix.agreement()).isEqualTo(Agreement.DIFFERENT);
  }

  @Test
  void aTempoFoundByNamesAloneYieldsToTheTracksOwnFeatures() {
    DeezerTrack found =
        deezer(128.0)
            .matched(
                "deezer-search",
                new Match(Match.By.ARTIST_TITLE, 0.85, null, List.of(), null, null));

    Mix mix = Mix.of(found, tempo(96.0));

    assertThat(mix.bpm()).isEqualTo(96.0);
    assertThat(mix.bpmSource()).isEqualTo("reccobeats");
    assertThat(mix.bpmAlternatives()).containsExactly(128.0);
    assertThat(mix.agreement()).isEqualTo(Agreement.DIFFERENT);
  }

  @Test
  void oneTempoStandsInForTheOther() {
    assertThat(Mix.of(deezer(null), tempo(123.5)))
        .isEqualTo(new Mix(123.5, "reccobeats", List.of(), null, null, Agreement.SINGLE));
    assertThat(Mix.of(deezer(123.5), tempo(null)))
        .isEqualTo(new Mix(123.5, "deezer", List.of(), null, null, Agreement.SINGLE));
    assertThat(Mix.of(deezer(123.5), null).bpm()).isEqualTo(123.5);
    assertThat(Mix.of(null, tempo(61.75)).bpm()).isEqualTo(61.75);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 44.9, 220.1, 300, Double.NaN})
  void anImplausibleTempoIsUnknown(double bpm) {
    assertThat(Mix.of(deezer(bpm), tempo(bpm))).isEqualTo(Mix.UNKNOWN);
    assertThat(Mix.of(deezer(bpm), tempo(100.0)).agreement()).isEqualTo(Agreement.SINGLE);
    assertThat(Mix.of(deezer(100.0), tempo(bpm)).bpmAlternatives()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {45, 220})
  void theEndsOfThePlausibleRangeCount(double bpm) {
    assertThat(Mix.of(deezer(bpm), null).bpm()).isEqualTo(bpm);
  }

  @Test
  void keyAndEnergyComeFromTheFeatures() {
    Mix mix = Mix.of(null, features(null, 9, 0, 0.71));

    assertThat(mix.key()).hasToString("Am");
    assertThat(mix.camelot()).hasToString("8A");
    assertThat(mix.energy()).isEqualTo(0.71);
    assertThat(mix.bpm()).isNull();
    assertThat(mix.agreement()).isNull();
  }

  @Test
  void whatFeaturesDoNotTellIsUnknown() {
    assertThat(Mix.of(null, features(null, -1, 1, null))).isEqualTo(Mix.UNKNOWN);
    assertThat(Mix.of(null, features(null, null, null, 1.5))).isEqualTo(Mix.UNKNOWN);
    assertThat(Mix.of(null, null)).isEqualTo(Mix.UNKNOWN);
    assertThat(Mix.UNKNOWN.camelot()).isNull();
  }

  @Test
  void silenceHasAnEnergyOfZero() {
    assertThat(Mix.of(null, features(null, null, null, 0.0)).energy()).isZero();
  }

  @Test
  void rejectsValuesOutsideOfTheirRange() {
    assertThatThrownBy(() -> new Mix(0.0, "deezer", List.of(), null, null, Agreement.SINGLE))
        .hasMessageContaining("bpm");
    assertThatThrownBy(() -> new Mix(null, null, List.of(), null, 1.1, null))
        .hasMessageContaining("energy");
  }

  private static DeezerTrack deezer(@Nullable Double bpm) {
    return new DeezerTrack(1L, null, null, null, null, bpm, null, null, null, "deezer", null);
  }

  private static AudioFeatures tempo(@Nullable Double tempo) {
    return features(tempo, null, null, null);
  }

  private static AudioFeatures features(
      @Nullable Double tempo,
      @Nullable Integer key,
      @Nullable Integer mode,
      @Nullable Double energy) {
    return new AudioFeatures(
        null, null, energy, null, null, null, null, null, tempo, key, mode, null, "reccobeats");
  }
}
