package io.linernotes.worker;

/** The fate of a batch's task, as it is counted. */
enum Fate {
  /** Called and answered, with a record or with a definitive miss. */
  ANSWERED,
  /** Not called: the answer was cached by then. */
  SKIPPED,
  /** Not called: the provider is in cooldown, or the invocation had no time left. */
  POSTPONED,
  /** The provider throttled the call. */
  THROTTLED,
  /** The provider refuses this kind of call to this application. */
  REFUSED,
  /** No answer: the provider is unavailable, or the worker itself failed. */
  FAILED
}
