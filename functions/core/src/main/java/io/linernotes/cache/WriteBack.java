package io.linernotes.cache;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers over what is known, merging, whoever else writes at the same time. Whatever the
 * order of arrival, the answer that was asked for later wins, an earlier one only fills what that
 * one does not know, and none from before an invalidation comes back.
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

    /** It was dropped: an answer that was asked for later is here, and this one adds nothing. */
    record Outdated<T>(Entry<T> present) implements Outcome<T> {}

    /** It was dropped: the key was invalidated after this was asked for. */
    record Fenced<T>(CacheKey<T> key, Instant invalidatedAt) implements Outcome<T> {}
  }

  /**
   * Merges {@code answer} over what {@code seen} held and stores it; where another writer was
   * quicker, over what that one wrote.
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

  /** The later of both over the earlier; what is present itself, if the answer adds nothing. */
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
