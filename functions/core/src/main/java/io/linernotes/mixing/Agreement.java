package io.linernotes.mixing;

/** How far the providers that tell a track's tempo agree. */
public enum Agreement {
  /** Two tell the same tempo. */
  SAME,
  /** One counts in half or double time. */
  OCTAVE,
  /** Two tell different tempos. */
  DIFFERENT,
  /** One alone tells a tempo. */
  SINGLE;

  static Agreement between(Tempo one, Tempo other) {
    if (one.isSame(other)) {
      return SAME;
    }
    return one.isSameByOctave(other) ? OCTAVE : DIFFERENT;
  }
}
