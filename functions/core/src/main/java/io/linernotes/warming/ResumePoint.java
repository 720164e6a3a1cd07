package io.linernotes.warming;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers from one run of the warmer to the next where the first one stopped. */
public interface ResumePoint {

  /** Where the run before stopped; nothing if it finished, or if that is not known. */
  Optional<WarmupTargets.Position> load();

  /** Stores where this run stopped; null if it finished. */
  void save(WarmupTargets.@Nullable Position position, Instant now);
}
