package io.linernotes.warming;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores where a run of the warmer stopped, for the next run. */
public interface ResumePoint {

  /** Where the last run stopped; nothing if it finished or if that is not known. */
  Optional<WarmupTargets.Position> load();

  /** Stores where this run stopped; null if it finished. */
  void save(WarmupTargets.@Nullable Position position, Instant now);
}
