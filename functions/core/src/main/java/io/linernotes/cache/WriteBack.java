package io.linernotes.cache;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores answers, merged over what is cached, while other writers store theirs. In any order of
 * arrival, the answer that was requested last wins, and an earlier one only fills its unknown
 * fields. An answer that was requested before an invalidation is dropped.
 */
public final class WriteBack {

  private static final int ATTEMPTS = 10;

  private final TrackCache cache;

  public WriteBack(TrackCache cache) {
    this.cache = cache;
  }

  /** What became of an answer. */
  public sealed interface Outcome<T> {

    /** It was stored, merged over what was known before. */
    record Stored<T>(Entry<T> entry) implements Outcome<T> {}

    /** It was dropped: an answer that was requested later is cached, and this one adds nothing. */
    record Outdated<T>(Entry<T> present) implements Outcome<T> {}

    /** It was dropped: the key was invalidated after this answer was requested. */
    record Fenced<T>(CacheKey<T> key, Instant invalidatedAt) implements Outcome<T> {}
  }

  /**
   * Merges {@code answer} over the entry of {@code seen} and stores it. If another writer was
   * faster, merges over that writer's entry instead.
   */
  public <T> Outcome<T> write(Entry<T> answer, Slot<T> seen) {
    Slot<T> beneath = seen;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (beneath.isFencedOff(answer.fetchedAt())) {
        return new Outcome.Fenced<>(answer.key(), Objects.requireNonNull(beneath.invalidatedAt()));
      }
      Entry<T> present = beneath.entry();
      Entry<T> merged = merged(answer, present);
      if (present != null && merged.equals(present)) {
        return new Outcome.Outdated<>(present);
      }
      Optional<Slot<T>> refused = cache.put(merged, beneath.version());
      if (refused.isEmpty()) {
        return new Outcome.Stored<>(merged);
      }
      beneath = refused.get();
    }
    throw new CacheUnavailableException(
        answer.key() + " changed under each of " + ATTEMPTS + " writes",
        new IllegalStateException("too much contention"));
  }

  /**
   * The later answer merged over the earlier one; {@code present} itself if the answer adds
   * nothing.
   */
  private static <T> Entry<T> merged(Entry<T> answer, @Nullable Entry<T> present) {
    if (present == null || !isLater(present, answer)) {
      return answer.after(present == null ? null : present.fetchedAt()).mergedOver(present);
    }
    Entry<T> filled = present.filledFrom(answer);
    return filled.equals(present) ? present : filled.after(present.fetchedAt());
  }

  /** In milliseconds, as times are stored. */
  private static boolean isLater(Entry<?> present, Entry<?> answer) {
    return present.fetchedAt().isAfter(answer.fetchedAt().plusNanos(999_999));
  }
}
