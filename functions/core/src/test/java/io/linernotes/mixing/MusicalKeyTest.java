package io.linernotes.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linernotes.mixing.MusicalKey.Mode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MusicalKeyTest {

  /** The printed Camelot wheel, copied by hand. */
  @ParameterizedTest
  @CsvSource({
    "8, MINOR, Abm, 1A", "11, MAJOR, B, 1B",
    "3, MINOR, Ebm, 2A", "6, MAJOR, F#, 2B",
    "10, MINOR, Bbm, 3A", "1, MAJOR, Db, 3B",
    "5, MINOR, Fm, 4A", "8, MAJOR, Ab, 4B",
    "0, MINOR, Cm, 5A", "3, MAJOR, Eb, 5B",
    "7, MINOR, Gm, 6A", "10, MAJOR, Bb, 6B",
    "2, MINOR, Dm, 7A", "5, MAJOR, F, 7B",
    "9, MINOR, Am, 8A", "0, MAJOR, C, 8B",
    "4, MINOR, Em, 9A", "7, MAJOR, G, 9B",
    "11, MINOR, Bm, 10A", "2, MAJOR, D, 10B",
    "6, MINOR, F#m, 11A", "9, MAJOR, A, 11B",
    "1, MINOR, Dbm, 12A", "4, MAJOR, E, 12B"
  })
  void everyKeyHasItsNameAndItsPlaceOnTheWheel(
      int pitchClass, Mode mode, String name, String camelot) {
    MusicalKey key = new MusicalKey(pitchClass, mode);

    assertThat(key.name()).isEqualTo(name);
    assertThat(key.camelot()).hasToString(camelot);
  }

  @Test
  void noTwoKeysShareANameOrAPlace() {
    Set<String> names = new HashSet<>();
    Set<Camelot> places = new HashSet<>();
    for (Mode mode : Mode.values()) {
      for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
        MusicalKey key = new MusicalKey(pitchClass, mode);
        names.add(key.name());
        places.add(key.camelot());
      }
    }

    assertThat(names).hasSize(24);
    assertThat(places).hasSize(24);
  }

  @Test
  void audioFeaturesTellAKeyAndAMode() {
    assertThat(MusicalKey.of(9, 0)).contains(new MusicalKey(9, Mode.MINOR));
    assertThat(MusicalKey.of(9, 1)).contains(new MusicalKey(9, Mode.MAJOR));
  }

  @Test
  void aKeyWithoutAModeAndAModeWithoutAKeyAreUnknown() {
    assertThat(MusicalKey.of(-1, 1)).isEmpty();
    assertThat(MusicalKey.of(12, 1)).isEmpty();
    assertThat(MusicalKey.of(null, 1)).isEmpty();
    assertThat(MusicalKey.of(9, null)).isEmpty();
    assertThat(MusicalKey.of(9, -1)).isEmpty();
  }

  @Test
  void rejectsPitchClassesAndNumbersThatDoNotExist() {
    assertThatThrownBy(() -> new MusicalKey(12, Mode.MAJOR)).hasMessageContaining("12");
    assertThatThrownBy(() -> new Camelot(0, Camelot.Ring.A)).hasMessageContaining("0");
    assertThatThrownBy(() -> new Camelot(13, Camelot.Ring.B)).hasMessageContaining("13");
  }

  @Test
  void theWheelGoesRound() {
    assertThat(new Camelot(12, Camelot.Ring.A).clockwise(1)).hasToString("1A");
    assertThat(new Camelot(1, Camelot.Ring.B).clockwise(-1)).hasToString("12B");
    assertThat(new Camelot(8, Camelot.Ring.A).clockwise(7)).hasToString("3A");
  }
}
