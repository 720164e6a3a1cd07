package io.linernotes.matching;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether two durations can be those of one recording. */
public enum DurationAgreement {
  /** At most {@link #TOLERANCE} apart. */
  AGREE,
  /** One of them is not known. */
  UNKNOWN,
  /** Further apart. */
  DISAGREE;

  /** Catalogues round to seconds and cut silence differently; different edits are further apart. */
  public static final Duration TOLERANCE = Duration.ofSeconds(3);

  /** How these two agree. */
  public static DurationAgreement between(@Nullable Duration wanted, @Nullable Duration offered) {
    if (wanted == null || offered == null) {
      return UNKNOWN;
    }
    return wanted.minus(offered).abs().compareTo(TOLERANCE) <= 0 ? AGREE : DISAGREE;
  }

  /**
   * How far apart they are; the longest possible duration if one is unknown, so that it sorts last.
   */
  public static Duration distance(@Nullable Duration wanted, @Nullable Duration offered) {
    return wanted == null || offered == null
        ? Duration.ofSeconds(Long.MAX_VALUE)
        : wanted.minus(offered).abs();
  }
}
