package io.linernotes.simulator;

import java.time.Duration;

final class Durations {
  private Durations() {}

  static Duration divided(Duration duration, double divisor) {
    return Duration.ofNanos(Math.round(duration.toNanos() / divisor));
  }

  /** The value of a Retry-After header: whole seconds, rounded up and at least one. */
  static long retryAfterSeconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }
}
