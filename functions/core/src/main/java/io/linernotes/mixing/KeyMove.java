package io.linernotes.mixing;

/**
 * What happens to the key from one track to the next, by their places on the Camelot wheel.
 *
 * <p>Neighbours share all notes of their scales but one. A step of +2 is a whole tone up, one of +7
 * a semitone up; DJs use both to lift the energy.
 */
public enum KeyMove {
  /** 8A to 8A. */
  SAME(1.0, "same key"),
  /** 8A to 8B: the relative major or minor, the same notes. */
  RELATIVE(0.9, "relative key"),
  /** 8A to 9A: a fifth up. */
  FIFTH_UP(0.9, "one step up the wheel"),
  /** 8A to 7A: a fifth down. */
  FIFTH_DOWN(0.9, "one step down the wheel"),
  /** 8A to 10A: a whole tone up, an energy boost. */
  TONE_UP(0.7, "energy boost, a tone up"),
  /** 8A to 3A: a semitone up, a strong energy boost. */
  SEMITONE_UP(0.6, "energy boost, a semitone up"),
  /** 8A to 9B or 7B: one step and the other ring. */
  DIAGONAL(0.6, "diagonal step on the wheel"),
  /** 8A to 11B, A minor to A major: the same tonic. */
  PARALLEL(0.5, "parallel key, a change of mood"),
  /** Anything else. */
  CLASH(0.1, "keys clash"),
  /** The key of one track or both is unknown: neither good nor bad. */
  UNKNOWN(0.5, "key unknown");

  private final double score;
  private final String description;

  KeyMove(double score, String description) {
    this.score = score;
    this.description = description;
  }

  /** The move from one place on the wheel to another. */
  static KeyMove between(Camelot from, Camelot to) {
    int steps = Math.floorMod(to.number() - from.number(), 12);
    if (from.ring() == to.ring()) {
      return switch (steps) {
        case 0 -> SAME;
        case 1 -> FIFTH_UP;
        case 2 -> TONE_UP;
        case 7 -> SEMITONE_UP;
        case 11 -> FIFTH_DOWN;
        default -> CLASH;
      };
    }
    if (steps == 0) {
      return RELATIVE;
    }
    if (steps == 1 || steps == 11) {
      return DIAGONAL;
    }
    int toMajor = to.ring() == Camelot.Ring.B ? steps : 12 - steps;
    return toMajor == 3 ? PARALLEL : CLASH;
  }

  /** How well it sounds, 0 to 1. */
  public double score() {
    return score;
  }

  /** The move in words. */
  public String description() {
    return description;
  }
}
