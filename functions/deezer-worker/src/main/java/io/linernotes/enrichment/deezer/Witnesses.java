package io.linernotes.enrichment.deezer;

import io.linernotes.matching.Comparison;
import io.linernotes.matching.DurationAgreement;
import io.linernotes.matching.Listing;
import io.linernotes.track.Track;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether the names and the duration of a track bear out the ISRC that it was found by. One ISRC
 * may stand for several tracks, for another remix, for every movement of a symphony, or for another
 * artist's song: an identifier alone is no proof.
 */
final class Witnesses {

  /** What they say together. */
  enum Verdict {
    /** Title, artist, version and duration agree, as far as they are known. */
    CONFIRMED,
    /** The names are in different scripts; nothing else contradicts. */
    INCOMPARABLE,
    /** The song agrees, but not its version: a better hit by names wins. */
    OTHER_VERSION,
    /** The names agree, but not the duration: a better hit by names wins. */
    OTHER_DURATION,
    /** Another song, or another version of another duration. */
    REFUTED
  }

  private final @Nullable Listing wanted;
  private final @Nullable Duration duration;

  Witnesses(Track wanted) {
    this.wanted = wanted.isNamed() ? Listing.of(wanted) : null;
    this.duration = wanted.duration();
  }

  /** Whether there are names to compare at all. */
  boolean knowNames() {
    return wanted != null;
  }

  /** What they say of a track; without names there is only the duration. */
  Verdict on(FoundTrack found) {
    Listing listing = found.listing();
    return wanted == null || listing == null ? onDuration(found) : on(wanted.comparedWith(listing));
  }

  private Verdict onDuration(FoundTrack found) {
    return durations(found) == DurationAgreement.DISAGREE
        ? Verdict.OTHER_DURATION
        : Verdict.CONFIRMED;
  }

  private static Verdict on(Comparison comparison) {
    boolean sameDuration = comparison.durations() != DurationAgreement.DISAGREE;
    return switch (comparison.song()) {
      case SAME -> onVersion(comparison.title().isMatch(), sameDuration);
      case INCOMPARABLE -> sameDuration ? Verdict.INCOMPARABLE : Verdict.REFUTED;
      case OTHER -> Verdict.REFUTED;
    };
  }

  private static Verdict onVersion(boolean sameVersion, boolean sameDuration) {
    if (sameVersion) {
      return sameDuration ? Verdict.CONFIRMED : Verdict.OTHER_DURATION;
    }
    return sameDuration ? Verdict.OTHER_VERSION : Verdict.REFUTED;
  }

  /** How the track's duration agrees with the one wanted. */
  DurationAgreement durations(FoundTrack found) {
    return DurationAgreement.between(duration, found.duration());
  }
}
