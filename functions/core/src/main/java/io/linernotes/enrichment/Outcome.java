package io.linernotes.enrichment;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What asking a provider came to. Only {@link Missing} is a definitive "no". */
public sealed interface Outcome<T> {

  /** The provider has it. */
  record Found<T>(T value) implements Outcome<T> {}

  /** The provider definitively has none. */
  record Missing<T>() implements Outcome<T> {}

  /** A call that brought no answer. */
  sealed interface Failure<T> extends Outcome<T> {

    /** The same failure where another type was hoped for. */
    @SuppressWarnings("unchecked")
    default <U> Failure<U> cast() {
      return (Failure<U>) this; // a failure holds no T
    }
  }

  /**
   * The provider wants fewer calls.
   *
   * @param retryAfter what the provider asked for, null where it named no time
   */
  record Throttled<T>(@Nullable Duration retryAfter) implements Failure<T> {}

  /**
   * The provider did not answer, or with nonsense: a fault that another try may not meet.
   *
   * @param cause for the log: never a URL with a key in it, never a body
   * @param retryAfter null where nobody named a time: then this one call failed, not the provider
   */
  record Unavailable<T>(String cause, @Nullable Duration retryAfter) implements Failure<T> {}

  /**
   * The call was not made: the provider is cooling down, or the worker's time is nearly over.
   *
   * @param delay when making it makes sense
   */
  record Postponed<T>(Duration delay) implements Failure<T> {}

  /** The provider refuses this kind of call to this application. */
  record Unsupported<T>(String cause) implements Failure<T> {}

  /** A found value mapped; every other outcome as it is. */
  @SuppressWarnings("unchecked")
  default <U> Outcome<U> map(Function<? super T, ? extends U> mapper) {
    return this instanceof Found<T>(T value)
        ? new Found<>(mapper.apply(value))
        : (Outcome<U>) this; // the others hold no T
  }

  /** What follows a found value; every other outcome as it is. */
  @SuppressWarnings("unchecked")
  default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
    return this instanceof Found<T>(T value) ? next.apply(value) : (Outcome<U>) this;
  }

  /** What is tried next after a miss; every other outcome as it is. */
  default Outcome<T> orIfMissing(java.util.function.Supplier<Outcome<T>> next) {
    return this instanceof Missing ? next.get() : this;
  }
}
