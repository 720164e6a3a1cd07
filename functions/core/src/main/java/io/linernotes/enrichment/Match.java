package io.linernotes.enrichment;

import io.linernotes.track.Isrc;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a track was found at Deezer, how sure that is, and what was found, so that anybody can check
 * it.
 *
 * @param confidence 0 to 1
 * @param title as Deezer spells it
 * @param artists everybody whom Deezer credits, the main artist first
 */
public record Match(
    By by,
    double confidence,
    @Nullable String title,
    List<String> artists,
    @Nullable Isrc isrc,
    @Nullable Duration duration) {

  public Match {
    // Entries that an older version stored tell no artists.
    artists = List.copyOf(Objects.requireNonNullElse(artists, List.of()));
  }

  /** The same match, no surer than that. */
  public Match atMost(double limit) {
    return new Match(by, Math.min(confidence, limit), title, artists, isrc, duration);
  }

  /** The link of the chain that found it. */
  public enum By {
    /** Deezer knows the track's own ISRC. */
    ISRC,
    /** A Deezer search for the ISRC, nearest duration. */
    ISRC_SEARCH,
    /** MusicBrainz told the ISRC. */
    MUSICBRAINZ_ISRC,
    /** A Deezer search by artist and title, names and duration checked. */
    ARTIST_TITLE
  }
}
