package io.linernotes.analysis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be said to a request for a playlist. */
public sealed interface PlaylistAnswer {

  /** The playlist is here, if perhaps not all of it. */
  record Analyzed(Analysis analysis) implements PlaylistAnswer {}

  /**
   * The playlist is not here yet.
   *
   * @param refusedFor how long Spotify keeps it back; null while it is being asked
   */
  record NotHereYet(@Nullable Duration refusedFor) implements PlaylistAnswer {}

  /** Spotify knows no such playlist, or shows it to its owner alone. */
  record Unknown() implements PlaylistAnswer {}

  /** Spotify shows the playlist's contents to its owner and collaborators alone. */
  record Forbidden() implements PlaylistAnswer {}
}
