package io.linernotes.mixing;

/**
 * How energy runs through a set. Every arc passes through low, middle and high energy for the same
 * time, so that any playlist can follow it; energies are compared by rank within the playlist.
 */
public enum Arc {
  /** From the least to the most energetic. */
  BUILD {
    @Override
    double target(double place) {
      return place;
    }
  },
  /** Up to a peak at seven tenths of the set, then down. */
  PEAK {
    @Override
    double target(double place) {
      return place <= SUMMIT ? place / SUMMIT : (1 - place) / (1 - SUMMIT);
    }
  },
  /** From the most to the least energetic. */
  CHILL {
    @Override
    double target(double place) {
      return 1 - place;
    }
  },
  /** Up and down twice. */
  WAVE {
    @Override
    double target(double place) {
      double phase = place * WAVES % 1;
      return phase <= 0.5 ? 2 * phase : 2 - 2 * phase;
    }
  };

  private static final double SUMMIT = 0.7;
  private static final int WAVES = 2;

  /**
   * The energy at a place of the set.
   *
   * @param place 0 for the first track, 1 for the last
   * @return the rank within the playlist, 0 for the least energetic track, 1 for the most
   */
  abstract double target(double place);
}
