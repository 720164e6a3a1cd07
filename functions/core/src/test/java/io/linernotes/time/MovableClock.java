package io.linernotes.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class MovableClock implements InstantSource {

  private Instant now;

  public MovableClock(Instant start) {
    this.now = start;
  }

  /** A clock at noon of an ordinary day. */
  public static MovableClock atNoon() {
    return new MovableClock(Instant.parse("2026-11-01T12:00:00Z"));
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves the clock forward, and returns the new time. */
  public synchronized Instant advance(Duration by) {
    now = now.plus(by);
    return now;
  }
}
