package io.linernotes.catalogue;

import io.linernotes.track.Names;

/**
 * A search for tracks, in the form in which its key knows it.
 *
 * @param words in Spotify's query language: plain words, and filters such as {@code isrc:}
 * @param limit how many hits at most, 1 to {@value #MOST}
 */
public record SearchQuery(String words, int limit) {

  /** As many as Spotify gives to every application since 2026. */
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
