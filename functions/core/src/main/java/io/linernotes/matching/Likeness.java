package io.linernotes.matching;

/** How much an offered name is like the wanted one, best first. */
public enum Likeness {
  /** The same apart from case, accents, punctuation, guests and mastering. */
  EXACT,
  /** Nothing differs, but one side adds a release, a film or a second name. */
  SIMILAR,
  /** The same or another recording; only durations that agree can confirm it. */
  UNSURE,
  /** Not the same recording. */
  DIFFERENT;

  /** The lesser of both likenesses. */
  public Likeness and(Likeness other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether it may be the same recording. */
  public boolean isMatch() {
    return this != DIFFERENT;
  }

  /** Whether it is the same recording even if no duration confirms it. */
  public boolean isSure() {
    return this == EXACT || this == SIMILAR;
  }
}
