package io.linernotes.analysis;

import io.linernotes.planning.SectionState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be said to a request for one track of Spotify's. */
public sealed interface TrackAnswer {

  /**
   * The track is here, if perhaps not all of its sections.
   *
   * @param trackStatus whether what Spotify tells of it is a hit or stale
   */
  record Analyzed(Analysis analysis, SectionState.Status trackStatus) implements TrackAnswer {}

  /**
   * The track is not here yet.
   *
   * @param refusedFor how long Spotify keeps it back; null while it is being asked
   */
  record NotHereYet(@Nullable Duration refusedFor) implements TrackAnswer {}

  /** Spotify knows no such track. */
  record Unknown() implements TrackAnswer {}
}
