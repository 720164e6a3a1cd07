package io.linernotes.enrichment;

/**
 * How a track was found at Deezer, and how sure that is.
 *
 * @param confidence 0 to 1
 */
public record Match(By by, double confidence) {

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
