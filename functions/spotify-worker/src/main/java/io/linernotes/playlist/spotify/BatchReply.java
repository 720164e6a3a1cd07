package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.BatchResult;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reply about many ids: an array in the order of the ids, with null in the place of an id that
 * Spotify does not have. Such a null is a miss only if the array has one element per id and every
 * element that names a requested id is in its place. Any other id without a readable element has no
 * answer.
 */
final class BatchReply<T> {

  private final List<SpotifyId> asked;
  private final List<Json> elements;
  private final Map<SpotifyId, T> found = new LinkedHashMap<>();
  private final Set<SpotifyId> missing = new HashSet<>();
  private boolean inOrder;

  /** How the elements of one kind of reply are read. */
  interface Elements<T> {

    /**
     * The id that the element is about.
     *
     * @param expected the id that was requested at this position; null if the array does not have
     *     one element per requested id
     */
    Optional<SpotifyId> id(Json element, @Nullable SpotifyId expected);

    /** The record for the id; missing if the element says that there is none. */
    Outcome<T> read(Json element, SpotifyId id);
  }

  private BatchReply(List<Json> elements, List<SpotifyId> asked) {
    this.elements = elements;
    this.asked = asked;
    this.inOrder = elements.size() == asked.size();
  }

  /** The answers in the array of the field {@code name}. */
  static <T> Outcome<BatchResult<SpotifyId, T>> read(
      String name, Json body, List<SpotifyId> asked, Elements<T> how) {
    if (!body.at(name).isArray()) {
      return SpotifySignals.nonsense(name + ": a reply without an array");
    }
    BatchReply<T> reply = new BatchReply<>(body.list(name), asked);
    reply.readAll(how);
    return new Outcome.Found<>(reply.result(name));
  }

  private void readAll(Elements<T> how) {
    boolean isComplete = inOrder;
    for (int place = 0; place < elements.size(); place++) {
      Json element = elements.get(place);
      @Nullable SpotifyId expected = isComplete ? asked.get(place) : null;
      Optional<SpotifyId> id =
          element.isObject() ? how.id(element, expected).filter(asked::contains) : Optional.empty();
      if (id.isPresent()) {
        inOrder &= id.get().equals(expected);
        take(id.get(), how.read(element, id.get()));
      }
    }
    for (int place = 0; inOrder && place < elements.size(); place++) {
      if (!elements.get(place).isPresent()) {
        missing.add(asked.get(place));
      }
    }
  }

  private void take(SpotifyId id, Outcome<T> outcome) {
    switch (outcome) {
      case Outcome.Found<T>(T value) -> found.putIfAbsent(id, value);
      case Outcome.Missing<T> _ -> missing.add(id);
      case Outcome.Failure<T> _ -> {
        // no answer
      }
    }
  }

  private BatchResult<SpotifyId, T> result(String name) {
    missing.removeAll(found.keySet());
    return found.size() + missing.size() == asked.size()
        ? BatchResult.complete(found, missing)
        : BatchResult.until(
            found,
            missing,
            new Outcome.Unavailable<>(name + ": a reply that leaves some ids out", null));
  }
}
