package io.linernotes.api.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A long poll: reads the cache repeatedly until nothing is on its way, or until the client's or the
 * function's deadline.
 */
public final class LongPoll {

  /** Waits between two reads; a test moves its clock instead. */
  public interface Sleeper {
    /** Returns after the duration. */
    void sleep(Duration duration) throws InterruptedException;
  }

  private static final Duration PAUSE = Duration.ofMillis(400);

  private final InstantSource clock;
  private final Sleeper sleeper;

  /** A long poll that measures its time with {@code clock}. */
  public LongPoll(InstantSource clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * The first final result of {@code read}, else the last one before the deadline.
   *
   * @param read reads the cache; called at least once
   * @param onItsWay whether another read may bring more
   * @param latest when the answer must be ready, regardless of the request's preference
   */
  public <T> T await(Supplier<T> read, Predicate<T> onItsWay, Request request, Instant latest) {
    return await(read, onItsWay, request.longestWait(), latest);
  }

  /** The same for at most {@code longest}. */
  public <T> T await(Supplier<T> read, Predicate<T> onItsWay, Duration longest, Instant latest) {
    Instant own = clock.instant().plus(longest);
    Instant end = own.isBefore(latest) ? own : latest;
    T result = read.get();
    while (onItsWay.test(result) && clock.instant().plus(PAUSE).isBefore(end)) {
      try {
        sleeper.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return result;
      }
      result = read.get();
    }
    return result;
  }
}
