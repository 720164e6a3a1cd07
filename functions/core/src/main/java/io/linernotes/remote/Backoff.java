package io.linernotes.remote;

import java.security.SecureRandom;
import java.time.Duration;

/**
 * How often a call is tried, and how long the pauses between tries are: at most {@code first}
 * before the second try, and at most twice as much before each further one, up to {@code longest}.
 * Each pause is drawn evenly from zero to its limit (full jitter), so that callers that failed
 * together do not retry together.
 *
 * @param tries the number of tries, including the first
 */
public record Backoff(int tries, Duration first, Duration longest, Pause pause) {

  /**
   * Instances restored from one SnapStart snapshot share the state of other generators, but not of
   * this one.
   */
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The wait between two tries, which tests replace. */
  public interface Pause {
    /** Returns after that long. */
    void sleep(Duration duration) throws InterruptedException;
  }

  /**
   * @throws IllegalArgumentException if {@code tries} is below 1
   */
  public Backoff {
    if (tries < 1) {
      throw new IllegalArgumentException("there is at least one try");
    }
  }

  /** Eight tries within about three seconds, for partial answers of a service that is up. */
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
