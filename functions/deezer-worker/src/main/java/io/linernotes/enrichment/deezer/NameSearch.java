package io.linernotes.enrichment.deezer;

import io.linernotes.matching.Comparison;
import io.linernotes.matching.Listing;
import io.linernotes.track.Track;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Picks the hit of a search by names that is the wanted track, if any is. */
final class NameSearch {

  private record Candidate(DeezerHit hit, Comparison comparison) {}

  private final Listing wanted;
  private final @Nullable Boolean explicit;

  NameSearch(Track wanted) {
    this.wanted = Listing.of(wanted);
    this.explicit = wanted.explicit();
  }

  /**
   * The accepted hit that is most alike. Among equals one whose explicit flag does not contradict
   * the wanted track wins, then the first.
   */
  Optional<DeezerHit> best(List<DeezerHit> hits) {
    return hits.stream()
        .map(hit -> new Candidate(hit, wanted.comparedWith(hit.listing())))
        .filter(candidate -> candidate.comparison().accepted())
        .min(
            Comparator.comparing(Candidate::comparison, Comparison.BEST_FIRST)
                .thenComparing(candidate -> isOtherwise(candidate.hit())))
        .map(Candidate::hit);
  }

  /**
   * Whether the explicit flags contradict: a clean version of an explicit track, or the reverse.
   */
  private boolean isOtherwise(DeezerHit hit) {
    return explicit != null && hit.explicit() != null && !explicit.equals(hit.explicit());
  }
}
