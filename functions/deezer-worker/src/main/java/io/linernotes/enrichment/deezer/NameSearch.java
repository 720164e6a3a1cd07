package io.linernotes.enrichment.deezer;

import io.linernotes.matching.Comparison;
import io.linernotes.matching.Listing;
import io.linernotes.track.Track;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the hits of a search by names is the track wanted, if any. */
final class NameSearch {

  /** A hit that may be the track. */
  record Candidate(DeezerHit hit, Comparison comparison) {

    double confidence() {
      return comparison.confidence();
    }
  }

  private final Listing wanted;

  NameSearch(Track wanted) {
    this.wanted = Listing.of(wanted);
  }

  /** The hit most alike, then nearest in duration. */
  Optional<Candidate> best(List<DeezerHit> hits) {
    return hits.stream()
        .map(this::candidate)
        .filter(Objects::nonNull)
        .min(
            Comparator.comparing((Candidate each) -> each.comparison().names())
                .thenComparing(each -> each.comparison().distance()));
  }

  private @Nullable Candidate candidate(DeezerHit hit) {
    if (hit.title() == null || hit.artist() == null) {
      return null;
    }
    Comparison comparison =
        wanted.comparedWith(Listing.of(hit.title(), List.of(hit.artist()), hit.duration()));
    return comparison.accepted() ? new Candidate(hit, comparison) : null;
  }
}
