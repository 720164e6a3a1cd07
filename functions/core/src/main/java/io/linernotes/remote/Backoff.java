package io.linernotes.remote;

import java.security.SecureRandom;
import java.time.Duration;

/**
 * How often a call is tried, and how long the pauses between are: at most {@code first} before the
 * second try, twice as much before each further one up to {@code longest}, drawn evenly from zero
 * (full jitter) so that those who failed together do not come back together.
 *
 * @param tries all tries, the first one too
 */
public record Backoff(int tries, Duration first, Duration longest, Pause pause) {

  /** Of all generators the one that instances restored from one snapshot do not share. */
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Waits; tests do not. */
  public interface Pause {
    /** Returns after that long. */
    void sleep(Duration duration) throws InterruptedException;
  }

  /**
   * @throws IllegalArgumentException if there is not even one try
   */
  public Backoff {
    if (tries < 1) {
      throw new IllegalArgumentException("there is at least one try");
    }
  }

  /** Eight tries within some three seconds, for partial answers of a service that is there. */
  public static Backoff standard() {
    return new Backoff(8, Duration.ofMillis(50), Duration.ofSeconds(1), Thread::sleep);
  }

  /** The same tries without pauses. */
  public Backoff withoutPauses() {
    return new Backoff(tries, first, longest, _ -> {});
  }

  /**
   * Waits after this many failed tries. An interrupted wait ends at once and leaves the thread
   * interrupted, so that the next call ends too.
   */
  public void after(int failedTries) {
    try {
      pause.sleep(jittered(longestAfter(failedTries)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration longestAfter(int failedTries) {
    Duration doubled = first.multipliedBy(1L << Math.min(failedTries - 1, 20));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  private static Duration jittered(Duration most) {
    return Duration.ofNanos(RANDOM.nextLong(most.toNanos() + 1));
  }
}
