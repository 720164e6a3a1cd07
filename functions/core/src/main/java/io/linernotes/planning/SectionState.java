package io.linernotes.planning;

import io.linernotes.cache.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The state of one section of an answer.
 *
 * @param fetchedAt when the data was fetched, for hits, stale hits and misses
 * @param retryAfter the time until a retry makes sense, for throttled and unavailable sections
 * @param tried for misses, what was tried before the miss was definitive, in order
 * @param onItsWay whether a task for it is queued or will be sent with this plan
 */
public record SectionState<T>(
    Status status,
    @Nullable T data,
    @Nullable Instant fetchedAt,
    @Nullable Duration retryAfter,
    List<String> tried,
    boolean onItsWay) {

  public SectionState {
    tried = List.copyOf(tried);
  }

  /** A state without a record of what was tried. */
  public SectionState(
      Status status,
      @Nullable T data,
      @Nullable Instant fetchedAt,
      @Nullable Duration retryAfter,
      boolean onItsWay) {
    this(status, data, fetchedAt, retryAfter, List.of(), onItsWay);
  }

  /** The states of a section. */
  public enum Status {
    HIT,
    STALE,
    MISS,
    PENDING,
    THROTTLED,
    UNAVAILABLE,
    UNSUPPORTED;

    /** The name in answers: {@code hit}, {@code stale}, … */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a client need not wait for the section. */
    public boolean isResolved() {
      return switch (this) {
        case HIT, STALE, MISS, UNSUPPORTED -> true;
        case PENDING, THROTTLED, UNAVAILABLE -> false;
      };
    }
  }

  /** This state with its data changed; a state without data as it is. */
  SectionState<T> mapped(UnaryOperator<T> change) {
    return data == null
        ? this
        : new SectionState<>(status, change.apply(data), fetchedAt, retryAfter, onItsWay);
  }

  static <T> SectionState<T> of(Entry<T> entry, Status status, boolean onItsWay) {
    return new SectionState<>(
        status, entry.value(), entry.fetchedAt(), null, entry.tried(), onItsWay);
  }

  static <T> SectionState<T> pending() {
    return new SectionState<>(Status.PENDING, null, null, null, true);
  }

  static <T> SectionState<T> unsupported() {
    return new SectionState<>(Status.UNSUPPORTED, null, null, null, false);
  }

  static <T> SectionState<T> refused(Status status, Duration retryAfter) {
    return new SectionState<>(status, null, null, retryAfter, false);
  }
}
