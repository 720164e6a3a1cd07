package io.linernotes.enrichment.deezer;

import io.linernotes.matching.DurationAgreement;
import io.linernotes.matching.IsrcVerdict;
import io.linernotes.matching.Listing;
import io.linernotes.track.Track;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the names and the duration of a track say of what an ISRC found. */
final class Witnesses {

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
  IsrcVerdict on(FoundTrack found) {
    Listing listing = found.listing();
    return wanted == null || listing == null
        ? onDuration(found)
        : IsrcVerdict.of(wanted.comparedWith(listing));
  }

  private IsrcVerdict onDuration(FoundTrack found) {
    return durations(found) == DurationAgreement.DISAGREE
        ? IsrcVerdict.OTHER_DURATION
        : IsrcVerdict.CONFIRMED;
  }

  /** How the track's duration agrees with the one wanted. */
  DurationAgreement durations(FoundTrack found) {
    return DurationAgreement.between(duration, found.duration());
  }
}
