package io.linernotes.mixing;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.mixing.Camelot.Ring;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeyMoveTest {

  @ParameterizedTest
  @CsvSource({
    "8, A, 8, A, SAME",
    "8, A, 8, B, RELATIVE",
    "8, B, 8, A, RELATIVE",
    "8, A, 9, A, FIFTH_UP",
    "12, A, 1, A, FIFTH_UP",
    "8, A, 7, A, FIFTH_DOWN",
    "1, B, 12, B, FIFTH_DOWN",
    "8, A, 10, A, TONE_UP",
    "11, B, 1, B, TONE_UP",
    "8, A, 3, A, SEMITONE_UP",
    "8, A, 9, B, DIAGONAL",
    "8, A, 7, B, DIAGONAL",
    "1, B, 12, A, DIAGONAL",
    "8, A, 11, B, PARALLEL",
    "11, B, 8, A, PARALLEL",
    "8, A, 5, B, CLASH",
    "8, A, 6, A, CLASH",
    "8, A, 2, A, CLASH",
    "8, A, 2, B, CLASH"
  })
  void namesTheStepOnTheWheel(int from, Ring ofFrom, int to, Ring ofTo, KeyMove move) {
    assertThat(KeyMove.between(new Camelot(from, ofFrom), new Camelot(to, ofTo))).isEqualTo(move);
  }

  @ParameterizedTest
  @EnumSource(MusicalKey.Mode.class)
  void aParallelKeyHasTheSameTonic(MusicalKey.Mode mode) {
    MusicalKey.Mode other =
        mode == MusicalKey.Mode.MAJOR ? MusicalKey.Mode.MINOR : MusicalKey.Mode.MAJOR;
    for (int tonic = 0; tonic < 12; tonic++) {
      assertThat(
              KeyMove.between(
                  new MusicalKey(tonic, mode).camelot(), new MusicalKey(tonic, other).camelot()))
          .isEqualTo(KeyMove.PARALLEL);
    }
  }

  @ParameterizedTest
  @EnumSource(MusicalKey.Mode.class)
  void boostsAreOneAndTwoSemitonesUp(MusicalKey.Mode mode) {
    for (int tonic = 0; tonic < 12; tonic++) {
      Camelot from = new MusicalKey(tonic, mode).camelot();
      assertThat(KeyMove.between(from, new MusicalKey((tonic + 1) % 12, mode).camelot()))
          .isEqualTo(KeyMove.SEMITONE_UP);
      assertThat(KeyMove.between(from, new MusicalKey((tonic + 2) % 12, mode).camelot()))
          .isEqualTo(KeyMove.TONE_UP);
      assertThat(KeyMove.between(from, new MusicalKey((tonic + 7) % 12, mode).camelot()))
          .isEqualTo(KeyMove.FIFTH_UP);
    }
  }
}
