package io.linernotes.api.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Holds an answer back: reads the cache again and again until nothing is on its way, the client's
 * time is over, or the function's is.
 */
public final class LongPoll {

  /** How the time between two reads passes; a test moves its clock instead. */
  public interface Sleeper {
    /** Returns after that time. */
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
   * The first result of {@code read} that is final, else the last one that the time allows.
   *
   * @param read is called at least once
   * @param onItsWay whether another read may bring more
   * @param latest when the answer must be ready, whatever the request prefers
   */
  public <T> T await(Supplier<T> read, Predicate<T> onItsWay, Request request, Instant latest) {
    return await(read, onItsWay, request.longestWait(), latest);
  }

  /** The same for as long as {@code longest}. */
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
