package io.linernotes.worker;

/** What became of a task of a batch. */
enum Fate {
  /** Asked, and answered: with a record or with a definitive miss. */
  ANSWERED,
  /** Not asked: the cache had the answer by then. */
  SKIPPED,
  /** Not asked: the provider cools down, or the invocation had no time left. */
  POSTPONED,
  /** The provider wants fewer calls. */
  THROTTLED,
  /** The provider refuses this to this application. */
  REFUSED,
  /** No answer: the provider is unavailable, or something broke here. */
  FAILED
}
