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

  /** Score is shared by all clauses; with more of them one popular title may fill the page. */
  static final int MOST_TRACKS = 5;

  /** Beyond 6 to 7 KB MusicBrainz's gateway takes no URL; this leaves room for the rest of it. */
  static final int MOST_BYTES = 5_800;

  private static final int MOST_ALTERNATIVES = 3;

  /** Lengths and durations may both be rounded to seconds. */
  private static final Duration AROUND = DurationAgreement.TOLERANCE.plusSeconds(1);

  /** A query for these tracks, each of which has names. */
  static RecordingQuery of(Collection<Track> tracks) {
    return new RecordingQuery(
        tracks.stream().map(RecordingQuery::clause).collect(Collectors.joining(" OR ")));
  }

  /** Whether it is short enough to be sent. */
  boolean fits() {
    return encoded().length() <= MOST_BYTES;
  }

  /** As it stands in a URL. */
  String encoded() {
    return UrlEncoding.encoded(lucene);
  }

  /**
   * The title's base alone, for versions stand in the disambiguation as often as in the title; with
   * it the names that the title has beside it, and every name under which the main artist may be
   * filed.
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

  /** Within quotes nothing is special but the quote itself and the backslash. */
  static String quoted(String name) {
    return '"' + Phrase.of(name).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
