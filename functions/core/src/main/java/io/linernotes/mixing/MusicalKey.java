package io.linernotes.mixing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key of a track.
 *
 * @param pitchClass the tonic in semitones above C, 0 to 11
 */
public record MusicalKey(int pitchClass, Mode mode) {

  /** Major or minor. */
  public enum Mode {
    MINOR,
    MAJOR
  }

  private static final int SEMITONES = 12;

  /**
   * The spellings on the Camelot wheel. DJ software reads these in a file's key tag, where ID3
   * allows {@code #} and {@code b} and a trailing {@code m}, but no other sign.
   */
  private static final List<String> MAJORS =
      List.of("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");

  private static final List<String> MINORS =
      List.of("Cm", "Dbm", "Dm", "Ebm", "Em", "Fm", "F#m", "Gm", "Abm", "Am", "Bbm", "Bm");

  /** Checks the pitch class. */
  public MusicalKey {
    if (pitchClass < 0 || pitchClass >= SEMITONES) {
      throw new IllegalArgumentException("a pitch class is 0 to 11, not " + pitchClass);
    }
  }

  /**
   * The key in audio features. Without a mode it is unknown, because the major and the minor key of
   * one tonic are three steps apart on the wheel.
   *
   * @param pitchClass 0 is C; -1 or null where no key was detected
   * @param mode 0 minor, 1 major
   */
  static Optional<MusicalKey> of(@Nullable Integer pitchClass, @Nullable Integer mode) {
    if (pitchClass == null || pitchClass < 0 || pitchClass >= SEMITONES || mode == null) {
      return Optional.empty();
    }
    return switch (mode) {
      case 0 -> Optional.of(new MusicalKey(pitchClass, Mode.MINOR));
      case 1 -> Optional.of(new MusicalKey(pitchClass, Mode.MAJOR));
      default -> Optional.empty();
    };
  }

  /** The key as DJ software reads it: {@code Am}, {@code F#m}, {@code Bb}. */
  public String name() {
    return switch (mode) {
      case MINOR -> MINORS.get(pitchClass);
      case MAJOR -> MAJORS.get(pitchClass);
    };
  }

  /** The key's place on the Camelot wheel. */
  public Camelot camelot() {
    return switch (mode) {
      case MAJOR -> new Camelot(hour(pitchClass), Camelot.Ring.B);
      // The relative major lies three semitones above.
      case MINOR -> new Camelot(hour(pitchClass + 3), Camelot.Ring.A);
    };
  }

  /** The hour of a major key on the wheel: a fifth is seven semitones, and C is at 8. */
  private static int hour(int majorPitchClass) {
    return (majorPitchClass * 7 + 7) % SEMITONES + 1;
  }

  @Override
  public String toString() {
    return name();
  }
}
