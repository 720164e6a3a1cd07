package io.linernotes.simulator;

import java.time.Duration;

/** At most this many calls in any window of this length. */
public record Quota(int calls, Duration window) {
  /** More calls than any test makes. */
  public static final Quota UNLIMITED = new Quota(Integer.MAX_VALUE, Duration.ofMillis(1));

  public Quota {
    if (calls < 1 || !window.isPositive()) {
      throw new IllegalArgumentException("A quota is positive: " + calls + " per " + window);
    }
  }

  /** A quota of {@code calls} per {@code seconds}. */
  public static Quota of(int calls, long seconds) {
    return new Quota(calls, Duration.ofSeconds(seconds));
  }

  /** The same calls in a window that is {@code scale} times shorter. */
  public Quota scaled(double scale) {
    return new Quota(calls, Durations.divided(window, scale));
  }
}
