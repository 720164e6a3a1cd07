package io.linernotes.enrichment;

import io.linernotes.track.Isrc;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a track was found at Deezer, with what confidence, and what was found, so that clients can
 * check it.
 *
 * @param confidence 0 to 1
 * @param title as Deezer spells it
 * @param artists all artists whom Deezer credits, the main artist first
 */
public record Match(
    By by,
    double confidence,
    @Nullable String title,
    List<String> artists,
    @Nullable Isrc isrc,
    @Nullable Duration duration) {

  public Match {
    // Entries stored by an older version have no artists.
    artists = List.copyOf(Objects.requireNonNullElse(artists, List.of()));
  }

  /** This match with a confidence of at most {@code limit}. */
  public Match atMost(double limit) {
    return new Match(by, Math.min(confidence, limit), title, artists, isrc, duration);
  }

  /** The step of the Deezer chain that found the track. */
  public enum By {
    /** The track's own ISRC, which Deezer knows. */
    ISRC,
    /** A Deezer search for the ISRC; the hit with the nearest duration. */
    ISRC_SEARCH,
    /** An ISRC that MusicBrainz returned. */
    MUSICBRAINZ_ISRC,
    /** A Deezer search by artist and title; the hit's names and duration agree. */
    ARTIST_TITLE
  }
}
