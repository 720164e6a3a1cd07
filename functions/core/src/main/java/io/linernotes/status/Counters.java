package io.linernotes.status;

import java.time.Instant;
import java.util.Map;

/**
 * Counts of what happened, kept by day and by minute. They inform people, and nothing decides by
 * them: a lost or doubled count does no harm.
 */
public interface Counters {

  /** Adds to the counts of the day and the minute of {@code now}. Never throws. */
  void add(Instant now, Map<String, Long> counts);

  /** The counts of the day (UTC) of {@code now}. */
  Map<String, Long> ofDay(Instant now);

  /** The counts of the last full minute before {@code now}. */
  Map<String, Long> ofLastMinute(Instant now);

  /** Counters that discard everything. */
  static Counters none() {
    return new Counters() {
      @Override
      public void add(Instant now, Map<String, Long> counts) {}

      @Override
      public Map<String, Long> ofDay(Instant now) {
        return Map.of();
      }

      @Override
      public Map<String, Long> ofLastMinute(Instant now) {
        return Map.of();
      }
    };
  }
}
