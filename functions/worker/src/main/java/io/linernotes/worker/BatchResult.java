package io.linernotes.worker;

import io.linernotes.enrichment.Outcome;
import io.linernotes.track.SpotifyId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question about many ids.
 *
 * @param missing those that the provider has nothing for
 * @param failure why some have no answer, or null if all have
 */
public record BatchResult<T>(
    Map<SpotifyId, T> found, Set<SpotifyId> missing, Outcome.@Nullable Failure<?> failure) {

  public BatchResult {
    found = Map.copyOf(found);
    missing = Set.copyOf(missing);
  }

  /** An answer for every id. */
  public static <T> BatchResult<T> complete(Map<SpotifyId, T> found, Set<SpotifyId> missing) {
    return new BatchResult<>(found, missing, null);
  }

  /** Results for those ids that were asked for before the failure. */
  public static <T> BatchResult<T> until(
      Map<SpotifyId, T> found, Set<SpotifyId> missing, Outcome.Failure<?> failure) {
    return new BatchResult<>(found, missing, failure);
  }

  /** The result of asking for nothing. */
  public static <T> BatchResult<T> none() {
    return new BatchResult<>(Map.of(), Set.of(), null);
  }

  /**
   * Asks in batches of at most {@code most}, one after another until one fails. Where a whole batch
   * is missing, because one of its ids cannot be one, it is halved until that id is alone, so that
   * it spoils no other's answer.
   */
  public static <T> BatchResult<T> inBatches(
      List<SpotifyId> ids, int most, Function<List<SpotifyId>, Outcome<Map<SpotifyId, T>>> call) {
    if (ids.isEmpty()) {
      return none();
    }
    if (ids.size() > most) {
      return inBatches(ids.subList(0, most), most, call)
          .andThen(() -> inBatches(ids.subList(most, ids.size()), most, call));
    }
    return switch (call.apply(ids)) {
      case Outcome.Found<Map<SpotifyId, T>>(Map<SpotifyId, T> found) -> complete(ids, found);
      case Outcome.Missing<Map<SpotifyId, T>> _ when ids.size() == 1 ->
          new BatchResult<>(Map.of(), Set.copyOf(ids), null);
      case Outcome.Missing<Map<SpotifyId, T>> _ -> {
        int half = ids.size() / 2;
        yield inBatches(ids.subList(0, half), most, call)
            .andThen(() -> inBatches(ids.subList(half, ids.size()), most, call));
      }
      case Outcome.Failure<Map<SpotifyId, T>> failure ->
          new BatchResult<>(Map.of(), Set.of(), failure);
    };
  }

  private static <T> BatchResult<T> complete(List<SpotifyId> ids, Map<SpotifyId, T> found) {
    Set<SpotifyId> missing = new HashSet<>(ids);
    missing.removeAll(found.keySet());
    return new BatchResult<>(found, missing, null);
  }

  /** Whether the id has an answer. */
  public boolean has(SpotifyId id) {
    return found.containsKey(id) || missing.contains(id);
  }

  /** Those of the ids that have no answer. */
  public List<SpotifyId> open(List<SpotifyId> ids) {
    return ids.stream().filter(id -> !has(id)).toList();
  }

  /** These answers and those of another question, and that one's failure. */
  public BatchResult<T> completedBy(BatchResult<T> others) {
    Map<SpotifyId, T> allFound = new HashMap<>(found);
    allFound.putAll(others.found);
    Set<SpotifyId> allMissing = new HashSet<>(missing);
    allMissing.addAll(others.missing);
    return new BatchResult<>(allFound, allMissing, others.failure);
  }

  private BatchResult<T> andThen(java.util.function.Supplier<BatchResult<T>> next) {
    return failure != null ? this : completedBy(next.get());
  }
}
