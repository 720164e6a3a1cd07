package io.linernotes.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The failures scripted for the next calls, first in, first out. */
final class ScriptedFailures {
  static final String ANY_API_ENDPOINT = "*";

  private final List<Scripted> waiting = new ArrayList<>();
  private @Nullable Failure lasting;

  synchronized void add(String endpoint, Failure failure, int times) {
    for (int i = 0; i < times; i++) {
      waiting.add(new Scripted(endpoint, failure));
    }
  }

  /** Adds a failure of every call after the scripted ones, until {@link #recover}. */
  synchronized void addLasting(Failure failure) {
    lasting = failure;
  }

  synchronized void recover() {
    lasting = null;
  }

  synchronized Optional<Failure> nextFor(String endpoint) {
    return take(scripted -> scripted.endpoint().equals(endpoint));
  }

  synchronized Optional<Failure> nextForAnyOr(String endpoint) {
    return take(scripted ->
            scripted.endpoint().equals(endpoint) || scripted.endpoint().equals(ANY_API_ENDPOINT))
        .or(() -> Optional.ofNullable(lasting));
  }

  synchronized void clear() {
    waiting.clear();
    lasting = null;
  }

  private Optional<Failure> take(Predicate<Scripted> fits) {
    for (Iterator<Scripted> all = waiting.iterator(); all.hasNext(); ) {
      Scripted scripted = all.next();
      if (fits.test(scripted)) {
        all.remove();
        return Optional.of(scripted.failure());
      }
    }
    return Optional.empty();
  }

  private record Scripted(String endpoint, Failure failure) {}
}
