package io.linernotes.analysis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be said to a request for one track of Spotify's. */
public sealed interface TrackAnswer {

  /** The track is here, if perhaps not all of its sections. */
  record Analyzed(Analysis analysis) implements TrackAnswer {}

  /**
   * The track is not here yet.
   *
   * @param refusedFor how long Spotify keeps it back; null while it is being asked
   */
  record NotHereYet(@Nullable Duration refusedFor) implements TrackAnswer {}

  /** Spotify knows no such track. */
  record Unknown() implements TrackAnswer {}
}
