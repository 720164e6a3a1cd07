package io.linernotes.worker;

import io.linernotes.enrichment.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one question about many ids.
 *
 * @param <K> what identifies a record at the provider
 * @param <T> the record
 * @param missing the ids for which the provider has no record
 * @param failure why some have no answer, or null if all have
 */
public record BatchResult<K, T>(
    Map<K, T> found, Set<K> missing, Outcome.@Nullable Failure<?> failure) {

  public BatchResult {
    found = Map.copyOf(found);
    missing = Set.copyOf(missing);
  }

  /** An answer for every id. */
  public static <K, T> BatchResult<K, T> complete(Map<K, T> found, Set<K> missing) {
    return new BatchResult<>(found, missing, null);
  }

  /** The answers that came before the failure. */
  public static <K, T> BatchResult<K, T> until(
      Map<K, T> found, Set<K> missing, Outcome.Failure<?> failure) {
    return new BatchResult<>(found, missing, failure);
  }

  /** The result of asking for nothing. */
  public static <K, T> BatchResult<K, T> none() {
    return new BatchResult<>(Map.of(), Set.of(), null);
  }

  /**
   * Calls in batches of at most {@code most} ids, one after another until one fails. A provider may
   * report a whole batch as missing because one of its ids is malformed. Such a batch is halved
   * until that id is alone, so that the other ids get their answers.
   */
  public static <K, T> BatchResult<K, T> inBatches(
      List<K> ids, int most, Function<List<K>, Outcome<BatchResult<K, T>>> call) {
    if (ids.isEmpty()) {
      return none();
    }
    if (ids.size() > most) {
      return inBatches(ids.subList(0, most), most, call)
          .andThen(() -> inBatches(ids.subList(most, ids.size()), most, call));
    }
    return switch (call.apply(ids)) {
      case Outcome.Found<BatchResult<K, T>>(BatchResult<K, T> answers) -> answers;
      case Outcome.Missing<BatchResult<K, T>> _ when ids.size() == 1 ->
          new BatchResult<>(Map.of(), Set.copyOf(ids), null);
      case Outcome.Missing<BatchResult<K, T>> _ -> {
        int half = ids.size() / 2;
        yield inBatches(ids.subList(0, half), most, call)
            .andThen(() -> inBatches(ids.subList(half, ids.size()), most, call));
      }
      case Outcome.Failure<BatchResult<K, T>> failure ->
          new BatchResult<>(Map.of(), Set.of(), failure);
    };
  }

  /** Whether the id has an answer. */
  public boolean has(K id) {
    return found.containsKey(id) || missing.contains(id);
  }

  /** Those of the ids that have no answer. */
  public List<K> open(List<K> ids) {
    return ids.stream().filter(id -> !has(id)).toList();
  }

  /** These answers together with {@code others}, with the failure of {@code others}. */
  public BatchResult<K, T> completedBy(BatchResult<K, T> others) {
    Map<K, T> allFound = new HashMap<>(found);
    allFound.putAll(others.found);
    Set<K> allMissing = new HashSet<>(missing);
    allMissing.addAll(others.missing);
    return new BatchResult<>(allFound, allMissing, others.failure);
  }

  private BatchResult<K, T> andThen(java.util.function.Supplier<BatchResult<K, T>> next) {
    return failure != null ? this : completedBy(next.get());
  }
}
