package io.linernotes.planning;

import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.DurationAgreement;
import io.linernotes.matching.Likeness;
import io.linernotes.matching.Title;
import io.linernotes.track.Artist;
import io.linernotes.track.Track;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what Deezer has for a claim's ISRC is the track that the claim's names and duration
 * describe. Version words do not count: a client's title may say "Live" where the ISRC and the
 * duration are the studio recording's.
 */
enum Testimony {
  /** The names agree, and the durations as far as they are known. */
  AGREES,
  /** The names agree, but the durations are those of two recordings. */
  OTHER_LENGTH,
  /** Another song, another artist, or nothing at all. */
  CONTRADICTS;

  /**
   * What the claim's names say about it.
   *
   * @param claim a track with names
   * @param found null where Deezer has nothing for the ISRC
   */
  static Testimony of(Track claim, @Nullable DeezerTrack found) {
    if (found == null) {
      return CONTRADICTS;
    }
    if (!isSameSong(claim.title(), found.title()) || !isSameArtist(claim, found.artist())) {
      return CONTRADICTS;
    }
    return DurationAgreement.between(claim.duration(), found.duration())
            == DurationAgreement.DISAGREE
        ? OTHER_LENGTH
        : AGREES;
  }

  private static boolean isSameSong(@Nullable String claimed, @Nullable String found) {
    return claimed == null
        || found == null
        || base(claimed).likenessTo(base(found)) != Likeness.DIFFERENT;
  }

  private static Title base(String title) {
    return Title.of(Title.of(title).base());
  }

  private static boolean isSameArtist(Track claim, @Nullable String found) {
    List<String> claimed = claim.artists().stream().map(Artist::name).toList();
    return found == null
        || ArtistCredit.of(claimed).likenessTo(ArtistCredit.of(List.of(found)))
            != Likeness.DIFFERENT;
  }
}
