package io.linernotes.analysis;

import io.linernotes.planning.SectionState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The outcome of a request for one track by its Spotify id. */
public sealed interface TrackAnswer {

  /** Whether another request will find more. */
  boolean onItsWay();

  /**
   * Spotify's record of the track is cached, perhaps not all of its sections.
   *
   * @param trackStatus whether Spotify's own data is a hit or stale
   */
  record Analyzed(Analysis analysis, SectionState.Status trackStatus) implements TrackAnswer {
    @Override
    public boolean onItsWay() {
      return analysis.onItsWay();
    }
  }

  /**
   * Spotify's record of the track is not cached yet.
   *
   * @param refusedFor how long Spotify's cooldown holds it back; null while a task fetches it
   */
  record NotHereYet(@Nullable Duration refusedFor) implements TrackAnswer {
    @Override
    public boolean onItsWay() {
      return refusedFor == null;
    }
  }

  /** Spotify has no such track. */
  record Unknown() implements TrackAnswer {
    @Override
    public boolean onItsWay() {
      return false;
    }
  }
}
