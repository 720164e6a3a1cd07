package io.linernotes.enrichment.musicbrainz;

import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.DurationAgreement;
import io.linernotes.matching.Likeness;
import io.linernotes.matching.Title;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the recordings found are the track wanted, and so which ISRCs are its own. */
final class RecordingMatch {

  private record Candidate(Recording recording, Likeness names, Duration distance) {

    boolean isOfUnknownDuration() {
      return distance.compareTo(DurationAgreement.TOLERANCE) > 0;
    }
  }

  private final Title title;
  private final ArtistCredit artists;
  private final @Nullable Duration duration;

  RecordingMatch(Track wanted) {
    this.title = Title.of(String.valueOf(wanted.title()));
    this.artists = ArtistCredit.of(wanted.artists().stream().map(Artist::name).toList());
    this.duration = wanted.duration();
  }

  /**
   * The ISRCs of every recording that may be the track: known durations before unknown ones, the
   * names most alike first, then the nearest duration. Recordings without ISRCs, which are most, do
   * not end the search.
   */
  Optional<IsrcLookup> among(List<Recording> recordings) {
    List<Recording> likeliestFirst =
        recordings.stream()
            .filter(recording -> !recording.isrcs().isEmpty())
            .map(this::candidate)
            .filter(Objects::nonNull)
            .sorted(
                Comparator.comparing(Candidate::isOfUnknownDuration)
                    .thenComparing(Candidate::names)
                    .thenComparing(Candidate::distance))
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
    Likeness names =
        title
            .likenessTo(Title.of(recording.title()).qualified(recording.disambiguation()))
            .and(artists.likenessTo(recording.artists()));
    boolean accepted =
        switch (DurationAgreement.between(duration, recording.length())) {
          case AGREE -> names.isMatch();
          case UNKNOWN -> names == Likeness.EXACT;
          case DISAGREE -> false;
        };
    return accepted
        ? new Candidate(recording, names, DurationAgreement.distance(duration, recording.length()))
        : null;
  }
}
