package io.linernotes.enrichment.deezer;

import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.DurationAgreement;
import io.linernotes.matching.Likeness;
import io.linernotes.matching.Title;
import io.linernotes.track.Artist;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the hits of a search by names is the track wanted, if any. */
final class NameSearch {

  /** A hit that may be the track. */
  record Candidate(DeezerHit hit, Likeness names, DurationAgreement durations, Duration distance) {

    double confidence() {
      return Confidence.ofNames(names, durations);
    }
  }

  private final Title title;
  private final ArtistCredit artists;
  private final @Nullable Duration duration;

  NameSearch(String title, Track wanted) {
    this.title = Title.of(title);
    this.artists = ArtistCredit.of(wanted.artists().stream().map(Artist::name).toList());
    this.duration = wanted.duration();
  }

  /**
   * The hit most alike, then nearest in duration. Where a duration is not known, nothing but the
   * same names will do.
   */
  Optional<Candidate> best(List<DeezerHit> hits) {
    return hits.stream()
        .map(this::candidate)
        .filter(Objects::nonNull)
        .min(Comparator.comparing(Candidate::names).thenComparing(Candidate::distance));
  }

  private @Nullable Candidate candidate(DeezerHit hit) {
    if (hit.title() == null || hit.artist() == null) {
      return null;
    }
    Likeness names =
        title
            .likenessTo(Title.of(hit.title()))
            .and(artists.likenessTo(ArtistCredit.of(List.of(hit.artist()))));
    DurationAgreement durations = DurationAgreement.between(duration, hit.duration());
    boolean accepted =
        switch (durations) {
          case AGREE -> names.isMatch();
          case UNKNOWN -> names == Likeness.EXACT;
          case DISAGREE -> false;
        };
    return accepted
        ? new Candidate(hit, names, durations, DurationAgreement.distance(duration, hit.duration()))
        : null;
  }
}
