package io.linernotes.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Measures arriving calls against a quota in a rolling window. */
final class RollingQuota {
  private final Quota quota;
  private final Duration tolerance;
  private final boolean refusedCallsCount;
  private final Deque<Instant> window = new ArrayDeque<>();

  private RollingQuota(Quota quota, Duration tolerance, boolean refusedCallsCount) {
    this.quota = quota;
    this.tolerance = tolerance;
    this.refusedCallsCount = refusedCallsCount;
  }

  /** A quota against which only admitted calls count. */
  static RollingQuota lenient(Quota quota, Duration tolerance) {
    return new RollingQuota(quota, tolerance, false);
  }

  /** A quota against which refused calls count as well, so that a retry loop stays throttled. */
  static RollingQuota strict(Quota quota, Duration tolerance) {
    return new RollingQuota(quota, tolerance, true);
  }

  Quota quota() {
    return quota;
  }

  /**
   * Counts a call. Empty when it is within the quota, otherwise the time until the next call is.
   */
  synchronized Optional<Duration> arrive(Instant now) {
    forgetBefore(now.minus(quota.window()).plus(tolerance));
    boolean within = window.size() < quota.calls();
    if (within || refusedCallsCount) {
      window.addLast(now);
      if (window.size() > quota.calls() + 1) {
        window.removeFirst();
      }
    }
    return within ? Optional.empty() : Optional.of(untilRoom(now));
  }

  synchronized void reset() {
    window.clear();
  }

  private void forgetBefore(Instant start) {
    while (!window.isEmpty() && !window.getFirst().isAfter(start)) {
      window.removeFirst();
    }
  }

  private Duration untilRoom(Instant now) {
    Instant blocking = window.size() > quota.calls() ? second() : window.getFirst();
    return Duration.between(now, blocking.plus(quota.window()));
  }

  private Instant second() {
    return window.stream().skip(1).findFirst().orElseThrow();
  }
}
