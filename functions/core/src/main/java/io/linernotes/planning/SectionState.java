package io.linernotes.planning;

import io.linernotes.cache.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one section of an answer can say now.
 *
 * @param fetchedAt when the provider was asked, for hits, stale hits and misses
 * @param retryAfter when asking again makes sense, for throttled and unavailable sections
 * @param tried what the provider was asked before it had none, for misses
 * @param onItsWay whether someone is being asked, or will be once this answer is planned
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

  /** A state that does not tell what was tried. */
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

    /** The name in answers. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is nothing to wait for. */
    public boolean isResolved() {
      return switch (this) {
        case HIT, STALE, MISS, UNSUPPORTED -> true;
        case PENDING, THROTTLED, UNAVAILABLE -> false;
      };
    }
  }

  /** The same state of data that is told otherwise. */
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
