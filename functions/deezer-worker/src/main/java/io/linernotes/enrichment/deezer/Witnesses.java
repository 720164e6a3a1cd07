package io.linernotes.enrichment.deezer;

import io.linernotes.matching.DurationAgreement;
import io.linernotes.matching.IsrcVerdict;
import io.linernotes.matching.Listing;
import io.linernotes.track.Track;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks a track that was found by an ISRC against the wanted track's names and duration. */
final class Witnesses {

  private final @Nullable Listing wanted;
  private final @Nullable Duration duration;

  Witnesses(Track wanted) {
    this.wanted = wanted.isNamed() ? Listing.of(wanted) : null;
    this.duration = wanted.duration();
  }

  /** Whether the wanted track has names to compare. */
  boolean knowNames() {
    return wanted != null;
  }

  /** The verdict on a track; without names, on its duration alone. */
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

  /** Whether the track's duration agrees with the wanted one. */
  DurationAgreement durations(FoundTrack found) {
    return DurationAgreement.between(duration, found.duration());
  }
}
