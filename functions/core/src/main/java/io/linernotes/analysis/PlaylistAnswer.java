package io.linernotes.analysis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The outcome of a request for a playlist. */
public sealed interface PlaylistAnswer {

  /** Whether another request will find more. */
  boolean onItsWay();

  /** The playlist is cached, perhaps not all of it. */
  record Analyzed(Analysis analysis) implements PlaylistAnswer {
    @Override
    public boolean onItsWay() {
      return analysis.onItsWay();
    }
  }

  /**
   * The playlist is not cached yet.
   *
   * @param refusedFor how long Spotify's cooldown holds it back; null while a task fetches it
   */
  record NotHereYet(@Nullable Duration refusedFor) implements PlaylistAnswer {
    @Override
    public boolean onItsWay() {
      return refusedFor == null;
    }
  }

  /** Spotify has no such playlist, or shows it only to its owner. */
  record Unknown() implements PlaylistAnswer {
    @Override
    public boolean onItsWay() {
      return false;
    }
  }

  /** Spotify shows the playlist's contents only to its owner and collaborators. */
  record Forbidden() implements PlaylistAnswer {
    @Override
    public boolean onItsWay() {
      return false;
    }
  }
}
