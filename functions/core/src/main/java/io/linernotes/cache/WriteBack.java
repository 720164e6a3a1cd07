package io.linernotes.cache;

import java.time.Instant;
import java.util.Optional;

/** Writes answers over what is known, merging, whoever else writes at the same time. */
public final class WriteBack {

  private static final int ATTEMPTS = 10;

  private final TrackCache cache;

  public WriteBack(TrackCache cache) {
    this.cache = cache;
  }

  /**
   * Merges {@code answer} over what {@code seen} held and stores it; where another writer was
   * quicker, over what that one wrote.
   *
   * @return the entry as stored
   */
  public <T> Entry<T> write(Entry<T> answer, Slot<T> seen) {
    Slot<T> beneath = seen;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Instant expected = beneath.version();
      Entry<T> merged = answer.after(expected).mergedOver(beneath.entry());
      Optional<Slot<T>> present = cache.put(merged, expected);
      if (present.isEmpty()) {
        return merged;
      }
      beneath = present.get();
    }
    throw new CacheUnavailableException(
        answer.key() + " changed under each of " + ATTEMPTS + " writes",
        new IllegalStateException("too much contention"));
  }
}
