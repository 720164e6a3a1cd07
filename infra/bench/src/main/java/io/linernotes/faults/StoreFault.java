package io.linernotes.faults;

/** A fault between the functions and a store. */
sealed interface StoreFault {

  /** No fault. */
  record None() implements StoreFault {}

  /** A share of the calls, from 0 to 1, is throttled; they have no effect. */
  record Throttled(double share) implements StoreFault {}

  /** A share of the calls, from 0 to 1, takes effect, but the response is lost. */
  record LostResponses(double share) implements StoreFault {}

  /**
   * A batch is processed in part: reads and writes leave unprocessed items, sends leave failed
   * entries.
   */
  record PartialBatches() implements StoreFault {}

  /** Every message is sent twice, and a batch's messages in another order. */
  record SentTwice() implements StoreFault {}

  /** No call is served. */
  record Down() implements StoreFault {}
}
