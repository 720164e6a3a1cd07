package io.linernotes.catalogue;

import io.linernotes.track.Names;

/**
 * A search for tracks, normalised as in its key.
 *
 * @param words in Spotify's query language: plain words, and filters such as {@code isrc:}
 * @param limit how many hits at most, 1 to {@value #MOST}
 */
public record SearchQuery(String words, int limit) {

  /** The most hits that Spotify gives to any application since 2026. */
  public static final int MOST = 10;

  public static final int LONGEST = 250;

  /**
   * @throws IllegalArgumentException if there are no words, too many, or the limit is out of bounds
   */
  public SearchQuery {
    words = Names.asked(words);
    if (words.isEmpty() || words.length() > LONGEST || limit < 1 || limit > MOST) {
      throw new IllegalArgumentException(
          "a search has 1 to " + LONGEST + " characters and 1 to " + MOST + " hits");
    }
  }
}
