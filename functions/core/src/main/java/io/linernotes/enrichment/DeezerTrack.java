package io.linernotes.enrichment;

import io.linernotes.cache.Mergeable;
import io.linernotes.track.Isrc;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Deezer knows about a track. Unknown is null, never 0: Deezer writes a bpm of 0 and a release
 * date of 1900-01-01 where it does not know.
 *
 * @param bpm beats a minute
 * @param gain replay gain in dB, negative for loud masters
 * @param rank Deezer's popularity, up to about 1,000,000
 * @param releaseDate of the release on which Deezer lists the track, often a reissue
 * @param source {@code deezer}, {@code deezer-via-musicbrainz} or {@code deezer-search}
 */
public record DeezerTrack(
    @Nullable Long deezerId,
    @Nullable Isrc isrc,
    @Nullable String title,
    @Nullable String artist,
    @Nullable Duration duration,
    @Nullable Double bpm,
    @Nullable Double gain,
    @Nullable Integer rank,
    @Nullable LocalDate releaseDate,
    @Nullable String source,
    @Nullable Match match)
    implements Mergeable<DeezerTrack> {

  @Override
  public DeezerTrack mergedOver(DeezerTrack older) {
    return new DeezerTrack(
        Known.newer(deezerId, older.deezerId),
        Known.newer(isrc, older.isrc),
        Known.newer(title, older.title),
        Known.newer(artist, older.artist),
        Known.newer(duration, older.duration),
        Known.newer(bpm, older.bpm),
        Known.newer(gain, older.gain),
        Known.newer(rank, older.rank),
        Known.newer(releaseDate, older.releaseDate),
        Known.newer(source, older.source),
        Known.newer(match, older.match));
  }

  /** This track with a match confidence of at most {@code confidence}. */
  public DeezerTrack atMost(double confidence) {
    return match == null || source == null ? this : matched(source, match.atMost(confidence));
  }

  /** All artists whom Deezer credits; the main artist alone where the others are not known. */
  public List<String> artists() {
    if (match != null && !match.artists().isEmpty()) {
      return match.artists();
    }
    return artist == null ? List.of() : List.of(artist);
  }

  /** This track with how it was found. */
  public DeezerTrack matched(String source, Match match) {
    return new DeezerTrack(
        deezerId, isrc, title, artist, duration, bpm, gain, rank, releaseDate, source, match);
  }

  /** The year of the release on which Deezer lists the track; null outside 1900 to 2099. */
  public @Nullable Integer releaseYear() {
    return releaseDate == null || releaseDate.getYear() < 1900 || releaseDate.getYear() > 2099
        ? null
        : Integer.valueOf(releaseDate.getYear());
  }
}
