package io.linernotes.enrichment.musicbrainz;

import io.linernotes.http.UrlEncoding;
import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.DurationAgreement;
import io.linernotes.matching.Phrase;
import io.linernotes.matching.Title;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query for several recordings at once, in the Lucene syntax of MusicBrainz's search: {@code
 * (recording:"T" AND artist:"A" AND dur:[x TO y]) OR …}.
 */
record RecordingQuery(String lucene) {

  /** All clauses share one page of hits; with more of them one popular title may fill it. */
  static final int MOST_TRACKS = 5;

  /**
   * MusicBrainz's gateway refuses URLs beyond 6 to 7 KB; this leaves room for the rest of the URL.
   */
  static final int MOST_BYTES = 5_800;

  private static final int MOST_ALTERNATIVES = 3;

  /** The tolerance plus one second, because both lengths may be rounded to seconds. */
  private static final Duration AROUND = DurationAgreement.TOLERANCE.plusSeconds(1);

  /** A query for these tracks, each of which has names. */
  static RecordingQuery of(Collection<Track> tracks) {
    return new RecordingQuery(
        tracks.stream().map(RecordingQuery::clause).collect(Collectors.joining(" OR ")));
  }

  /** Whether it is short enough to send. */
  boolean fits() {
    return encoded().length() <= MOST_BYTES;
  }

  /** The query encoded for a URL. */
  String encoded() {
    return UrlEncoding.encoded(lucene);
  }

  /**
   * A clause for one track: the title's base and its names in other scripts, the names under which
   * the main artist may be filed, and the duration. Version words are left out, because MusicBrainz
   * has them in the disambiguation as often as in the title.
   */
  private static String clause(Track track) {
    Title title = Title.of(String.valueOf(track.title()));
    ArtistCredit artists = ArtistCredit.of(List.of(track.mainArtist().orElseThrow()));
    return "("
        + field("recording", title.searchNames())
        + " AND "
        + field("artist", artists.searchNames())
        + lasting(track.duration())
        + ")";
  }

  /** {@code artist:"A"}, or {@code artist:("A" OR "B")}. */
  private static String field(String field, List<String> names) {
    List<String> alternatives =
        names.stream().limit(MOST_ALTERNATIVES).map(RecordingQuery::quoted).distinct().toList();
    return field
        + ":"
        + (alternatives.size() == 1
            ? alternatives.getFirst()
            : "(" + String.join(" OR ", alternatives) + ")");
  }

  private static String lasting(@Nullable Duration duration) {
    return duration == null
        ? ""
        : " AND dur:[%d TO %d]"
            .formatted(
                Math.max(0, duration.minus(AROUND).toMillis()), duration.plus(AROUND).toMillis());
  }

  /** A phrase in quotes, in which only the quote and the backslash need an escape. */
  static String quoted(String name) {
    return '"' + Phrase.of(name).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
