package io.linernotes.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class MovableClock implements InstantSource {

  private final AtomicReference<Instant> now;

  public MovableClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /** A clock at noon of an ordinary day. */
  public static MovableClock atNoon() {
    return new MovableClock(Instant.parse("2026-11-01T12:00:00Z"));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves the clock, and tells the new time. */
  public Instant advance(Duration by) {
    return now.updateAndGet(instant -> instant.plus(by));
  }
}
