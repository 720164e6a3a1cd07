package io.linernotes.matching;

/** How much what a provider offers is like what was wanted, best first. */
public enum Likeness {
  /** The same but for spelling: case, accents, punctuation, guests, mastering. */
  EXACT,
  /** The same as far as both sides tell: one names a release, a film or a second name more. */
  SIMILAR,
  /** The same or another recording: durations that agree have to confirm it. */
  UNSURE,
  /** Not the same recording. */
  DIFFERENT;

  /** The lesser of both: a recording is no more alike than its title and its artists are. */
  public Likeness and(Likeness other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether it may be the same recording. */
  public boolean isMatch() {
    return this != DIFFERENT;
  }

  /** Whether it is the same recording without a duration that confirms it. */
  public boolean isSure() {
    return this == EXACT || this == SIMILAR;
  }
}
