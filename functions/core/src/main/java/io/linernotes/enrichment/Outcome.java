package io.linernotes.enrichment;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The outcome of a call to a provider. Only {@link Missing} is a definitive "no". */
public sealed interface Outcome<T> {

  /** The provider has it. */
  record Found<T>(T value) implements Outcome<T> {}

  /** The provider definitively has none. */
  record Missing<T>() implements Outcome<T> {}

  /** A call that brought no answer. */
  sealed interface Failure<T> extends Outcome<T> {

    /** This failure as the outcome of a call for another type. */
    @SuppressWarnings("unchecked")
    default <U> Failure<U> cast() {
      return (Failure<U>) this; // a failure holds no T
    }
  }

  /**
   * The provider wants fewer calls.
   *
   * @param retryAfter the wait that the provider asked for; null if it named none
   */
  record Throttled<T>(@Nullable Duration retryAfter) implements Failure<T> {}

  /**
   * The provider did not answer, or its answer was not valid; a retry may succeed.
   *
   * @param cause for the log: never a URL with a key in it, never a body
   * @param retryAfter when to retry; null if no time is known, in which case this one call failed
   *     and not the provider
   */
  record Unavailable<T>(String cause, @Nullable Duration retryAfter) implements Failure<T> {}

  /**
   * The call was not made: the provider is cooling down, or the worker's time is nearly over.
   *
   * @param delay the time until the call makes sense
   */
  record Postponed<T>(Duration delay) implements Failure<T> {}

  /** The provider refuses this kind of call to this application. */
  record Unsupported<T>(String cause) implements Failure<T> {}

  /** This outcome with a found value mapped; every other outcome as it is. */
  @SuppressWarnings("unchecked")
  default <U> Outcome<U> map(Function<? super T, ? extends U> mapper) {
    return this instanceof Found<T>(T value)
        ? new Found<>(mapper.apply(value))
        : (Outcome<U>) this; // the others hold no T
  }

  /** The outcome of {@code next} on a found value; every other outcome as it is. */
  @SuppressWarnings("unchecked")
  default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
    return this instanceof Found<T>(T value) ? next.apply(value) : (Outcome<U>) this;
  }

  /** The outcome of {@code next} after a miss; every other outcome as it is. */
  default Outcome<T> orIfMissing(java.util.function.Supplier<Outcome<T>> next) {
    return this instanceof Missing ? next.get() : this;
  }
}
