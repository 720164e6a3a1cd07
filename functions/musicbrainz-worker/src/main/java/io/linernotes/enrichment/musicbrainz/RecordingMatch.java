package io.linernotes.enrichment.musicbrainz;

import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.matching.Comparison;
import io.linernotes.matching.DurationAgreement;
import io.linernotes.matching.Listing;
import io.linernotes.track.Isrc;
import io.linernotes.track.Track;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Picks the recordings that may be the wanted track, and their ISRCs. */
final class RecordingMatch {

  private record Candidate(Recording recording, Comparison comparison) {

    boolean isOfUnknownDuration() {
      return comparison.durations() == DurationAgreement.UNKNOWN;
    }
  }

  private final Listing wanted;

  RecordingMatch(Track wanted) {
    this.wanted = Listing.of(wanted);
  }

  /**
   * The ISRCs of every recording that may be the track: known durations before unknown ones, then
   * in the order of {@link Comparison#BEST_FIRST}. Recordings without ISRCs, which are most, are
   * skipped.
   */
  Optional<IsrcLookup> among(List<Recording> recordings) {
    List<Recording> likeliestFirst =
        recordings.stream()
            .filter(recording -> !recording.isrcs().isEmpty())
            .map(this::candidate)
            .filter(Objects::nonNull)
            .sorted(
                Comparator.comparing(Candidate::isOfUnknownDuration)
                    .thenComparing(Candidate::comparison, Comparison.BEST_FIRST))
            .map(Candidate::recording)
            .toList();
    if (likeliestFirst.isEmpty()) {
      return Optional.empty();
    }
    Set<Isrc> isrcs = new LinkedHashSet<>();
    likeliestFirst.forEach(recording -> isrcs.addAll(recording.isrcs()));
    return Optional.of(new IsrcLookup(List.copyOf(isrcs), likeliestFirst.getFirst().mbid()));
  }

  private @Nullable Candidate candidate(Recording recording) {
    Comparison comparison = wanted.comparedWith(recording.listing());
    return comparison.accepted() ? new Candidate(recording, comparison) : null;
  }
}
