package io.linernotes.simulator;

import java.time.Duration;

final class Durations {
  private Durations() {}

  static Duration divided(Duration duration, double divisor) {
    return Duration.ofNanos(Math.round(duration.toNanos() / divisor));
  }

  /** Whole seconds, rounded up and at least one: what a Retry-After header can say. */
  static long retryAfterSeconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }
}
