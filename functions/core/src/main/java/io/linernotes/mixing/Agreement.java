package io.linernotes.mixing;

/** How far the providers agree on a track's tempo. */
public enum Agreement {
  /** Two providers have the same tempo. */
  SAME,
  /** One provider counts in half or double time. */
  OCTAVE,
  /** Two providers have different tempos. */
  DIFFERENT,
  /** Only one provider has a tempo. */
  SINGLE;

  static Agreement between(Tempo one, Tempo other) {
    if (one.isSame(other)) {
      return SAME;
    }
    return one.isSameByOctave(other) ? OCTAVE : DIFFERENT;
  }
}
