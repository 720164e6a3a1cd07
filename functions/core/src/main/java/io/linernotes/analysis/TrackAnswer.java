package io.linernotes.analysis;

import io.linernotes.planning.SectionState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be said to a request for one track of Spotify's. */
public sealed interface TrackAnswer {

  /** Whether another request will find more. */
  boolean onItsWay();

  /**
   * The track is here, if perhaps not all of its sections.
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
   * The track is not here yet.
   *
   * @param refusedFor how long Spotify's cooldown keeps it back; null while a task fetches it
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
