package io.linernotes.playlist.spotify;

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
 * @param missing those that Spotify has nothing for
 * @param failure why some have no answer, or null if all have
 */
public record Answers<T>(
    Map<SpotifyId, T> found, Set<SpotifyId> missing, Outcome.@Nullable Failure<?> failure) {

  public Answers {
    found = Map.copyOf(found);
    missing = Set.copyOf(missing);
  }

  /** Answers to no question. */
  static <T> Answers<T> none() {
    return new Answers<>(Map.of(), Set.of(), null);
  }

  /**
   * Asks in batches of at most {@code most}. Spotify refuses a whole batch for one id that cannot
   * be one; such a batch is halved until that id is alone, so that it spoils no other's answer.
   */
  static <T> Answers<T> inBatches(
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
          new Answers<>(Map.of(), Set.copyOf(ids), null);
      case Outcome.Missing<Map<SpotifyId, T>> _ -> {
        int half = ids.size() / 2;
        yield inBatches(ids.subList(0, half), most, call)
            .andThen(() -> inBatches(ids.subList(half, ids.size()), most, call));
      }
      case Outcome.Failure<Map<SpotifyId, T>> failure -> new Answers<>(Map.of(), Set.of(), failure);
    };
  }

  private static <T> Answers<T> complete(List<SpotifyId> ids, Map<SpotifyId, T> found) {
    Set<SpotifyId> missing = new HashSet<>(ids);
    missing.removeAll(found.keySet());
    return new Answers<>(found, missing, null);
  }

  /** Whether the id has an answer. */
  boolean has(SpotifyId id) {
    return found.containsKey(id) || missing.contains(id);
  }

  /** Those of the ids that have no answer. */
  List<SpotifyId> open(List<SpotifyId> ids) {
    return ids.stream().filter(id -> !has(id)).toList();
  }

  /** These answers and those of another question, and that one's failure. */
  Answers<T> completedBy(Answers<T> others) {
    Map<SpotifyId, T> allFound = new HashMap<>(found);
    allFound.putAll(others.found);
    Set<SpotifyId> allMissing = new HashSet<>(missing);
    allMissing.addAll(others.missing);
    return new Answers<>(allFound, allMissing, others.failure);
  }

  private Answers<T> andThen(java.util.function.Supplier<Answers<T>> next) {
    return failure != null ? this : completedBy(next.get());
  }
}
