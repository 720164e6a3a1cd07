package io.linernotes.faults;

/** Something that goes wrong between the functions and a store. */
sealed interface StoreFault {

  /** All is well. */
  record None() implements StoreFault {}

  /** A share of the calls is refused as too many; they have no effect. */
  record Throttled(double share) implements StoreFault {}

  /** A share of the calls takes effect, but nobody gets an answer. */
  record LostResponses(double share) implements StoreFault {}

  /** A batch is served in part: reads and writes leave unprocessed keys, sends failed entries. */
  record PartialBatches() implements StoreFault {}

  /** Every message is sent twice, and those of a batch in another order. */
  record SentTwice() implements StoreFault {}

  /** Nothing is served. */
  record Down() implements StoreFault {}
}
