package io.linernotes.task;

import java.util.ArrayList;
import java.util.List;

/** Cuts lists into batches for one call each. */
public final class Chunks {

  private Chunks() {}

  /** Consecutive parts of at most {@code most} elements. */
  public static <T> List<List<T>> of(List<T> all, int most) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      chunks.add(List.copyOf(all.subList(from, Math.min(from + most, all.size()))));
    }
    return List.copyOf(chunks);
  }
}
