package io.linernotes.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linernotes.mixing.Tempo.Counting;
import io.linernotes.track.Songs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionTest {

  private static final MusicalKey A_MINOR = new MusicalKey(9, MusicalKey.Mode.MINOR);
  private static final MusicalKey E_MINOR = new MusicalKey(4, MusicalKey.Mode.MINOR);
  private static final MusicalKey B_FLAT_MAJOR = new MusicalKey(10, MusicalKey.Mode.MAJOR);

  @Test
  void theFirstWorkedExample() {
    Transition transition =
        Transition.between(track("one", A_MINOR, 124.0, 0.70), track("two", E_MINOR, 126.0, 0.75));

    assertThat(transition.score()).isCloseTo(0.36 + 0.388 + 0.2, within(0.001));
    assertThat(transition.keyMove()).isEqualTo(KeyMove.FIFTH_UP);
    assertThat(transition.pitchPercent()).isCloseTo(-1.587, within(0.001));
    assertThat(transition.energyChange()).isCloseTo(0.05, within(1e-9));
    assertThat(transition.clash()).isFalse();
    assertThat(transition.unknown()).isEmpty();
    assertThat(transition.reason())
        .isEqualTo(
            "8A to 9A, one step up the wheel; 124.0 to 126.0 BPM, pitch -1.6 %;"
                + " energy 0.70 to 0.75");
  }

  @Test
  void theSecondWorkedExample() {
    Transition transition =
        Transition.between(
            track("one", A_MINOR, 124.0, 0.70), track("two", B_FLAT_MAJOR, 140.0, 0.90));

    assertThat(transition.score())
        .isCloseTo(0.5 * (0.04 + 0.4 * 0.2286 + 0.2 * 0.8), within(0.001));
    assertThat(transition.clash()).isTrue();
    assertThat(transition.reason()).contains("keys clash").contains("out of the fader's reach");
  }

  @Test
  void theThirdWorkedExample() {
    Transition transition =
        Transition.between(track("one", A_MINOR, 174.0, null), track("two", A_MINOR, 87.0, 0.5));

    assertThat(transition.score()).isCloseTo(0.4 + 0.32 + 0.1, within(1e-9));
    assertThat(transition.pitchPercent()).isCloseTo(0, within(1e-9));
    assertThat(transition.unknown()).containsExactly(Transition.Part.ENERGY);
    assertThat(transition.reason())
        .contains("counted in double time")
        .contains("energy of the first unknown");
  }

  @Test
  void oneArtistTwiceRunningScoresNothing() {
    Transition transition =
        Transition.between(track("one", A_MINOR, 124.0, 0.7), track("one", A_MINOR, 124.0, 0.7));

    assertThat(transition.score()).isZero();
    assertThat(transition.sameArtist()).isTrue();
    assertThat(transition.reason()).startsWith("same artist twice running; 8A to 8A, same key");
  }

  @Test
  void unknownArtistsAreNotTheSame() {
    assertThat(
            Transition.between(track(null, A_MINOR, 124.0, 0.7), track(null, A_MINOR, 124.0, 0.7))
                .score())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void whatIsUnknownIsSaidAndCountsHalf() {
    Transition transition =
        Transition.between(track("one", null, null, null), track("two", E_MINOR, null, 0.5));

    assertThat(transition.score()).isCloseTo(0.5, within(1e-9));
    assertThat(transition.keyMove()).isEqualTo(KeyMove.UNKNOWN);
    assertThat(transition.pitchPercent()).isNull();
    assertThat(transition.energyChange()).isNull();
    assertThat(transition.unknown())
        .containsExactlyInAnyOrder(
            Transition.Part.KEY, Transition.Part.BPM, Transition.Part.ENERGY);
    assertThat(transition.reason())
        .isEqualTo(
            "key of the first unknown; BPM of both tracks unknown; energy of the first unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120, 0, WHOLE, 1.0",
    "120, 121, -0.826, WHOLE, 1.0",
    "120, 117, 2.564, WHOLE, 0.922",
    "106, 100, 6.0, WHOLE, 0.7",
    "108, 100, 8.0, WHOLE, 0.5",
    "110, 100, 10.0, WHOLE, 0.3",
    "100, 120, -16.667, WHOLE, 0.0",
    "120, 61, -1.639, DOUBLE, 0.774",
    "70, 140, 0, HALF, 0.8"
  })
  void theFaderMakesUpForSmallDifferences(
      double from, double to, double percent, Counting counting, double score) {
    PitchChange change = PitchChange.between(new Tempo(from), new Tempo(to));

    assertThat(change.percent()).isCloseTo(percent, within(0.001));
    assertThat(change.counting()).isEqualTo(counting);
    assertThat(change.score()).isCloseTo(score, within(0.001));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5, 1.0", "0.5, 0.6, 1.0", "0.5, 0.15, 0.9", "0.9, 0.3, 0.8", "0, 1, 0.8"})
  void smallStepsInEnergyCostNothing(double from, double to, double score) {
    assertThat(
            Transition.between(track("one", A_MINOR, 124.0, from), track("two", A_MINOR, 124.0, to))
                .score())
        .isCloseTo(score, within(1e-9));
  }

  @Test
  void aTrackIsKnownByItsMainArtist() {
    SetTrack track = SetTrack.of(Songs.comeTogether(), Mix.UNKNOWN);

    assertThat(track.artist()).isEqualTo("the beatles");
  }

  private static SetTrack track(
      @Nullable String artist,
      @Nullable MusicalKey key,
      @Nullable Double bpm,
      @Nullable Double energy) {
    return new SetTrack(
        artist,
        new Mix(
            bpm,
            bpm == null ? null : "deezer",
            List.of(),
            key,
            energy,
            bpm == null ? null : Agreement.SINGLE));
  }
}
