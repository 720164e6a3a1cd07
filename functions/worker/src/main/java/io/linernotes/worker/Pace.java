package io.linernotes.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Spaces the sends of one instance evenly, so that all instances of a worker together stay within
 * the provider's quota in every rolling window. A rolling window counted without spacing would let
 * an instance that replaces another send a second window's worth at once.
 *
 * <p>The spacing is measured from the actual time of the last send. A thread that oversleeps
 * therefore delays the next one instead of sending at the same time.
 */
final class Pace {

  /** Puts the calling thread to sleep; tests move a clock instead. */
  interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
  }

  private final Duration spacing;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final ReentrantLock turn = new ReentrantLock(true);
  private volatile Instant free;

  /**
   * A pace whose first send waits too, because the previous instance may have sent a moment ago.
   */
  Pace(Duration spacing, InstantSource clock, Sleeper sleeper) {
    this.spacing = spacing;
    this.clock = clock;
    this.sleeper = sleeper;
    this.free = clock.instant().plus(spacing);
  }

  /**
   * Waits for this thread's turn to send.
   *
   * @return false if the turn would come after {@code latest}; the caller must not send then
   */
  boolean await(Instant latest) throws InterruptedException {
    if (free.plus(spacing.multipliedBy(turn.getQueueLength())).isAfter(latest)) {
      return false;
    }
    turn.lockInterruptibly();
    try {
      if (free.isAfter(latest)) {
        return false;
      }
      sleepUntilFree();
      free = clock.instant().plus(spacing);
      return true;
    } finally {
      turn.unlock();
    }
  }

  /** Restarts the spacing from now, for a quota of one call in each window. */
  void restart() {
    free = clock.instant().plus(spacing);
  }

  /**
   * Waits until the next send would be allowed. An invocation that returns only then lets the next
   * instance send without knowing about this one.
   */
  void settle() throws InterruptedException {
    sleepUntilFree();
  }

  private void sleepUntilFree() throws InterruptedException {
    for (Duration wait = untilFree(); wait.isPositive(); wait = untilFree()) {
      sleeper.sleep(wait);
    }
  }

  private Duration untilFree() {
    return Duration.between(clock.instant(), free);
  }
}
