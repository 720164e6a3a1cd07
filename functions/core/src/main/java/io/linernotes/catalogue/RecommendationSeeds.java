package io.linernotes.catalogue;

import io.linernotes.track.SpotifyId;
import java.util.Comparator;
import java.util.List;

/**
 * The seeds of a request for recommendations.
 *
 * @param tracks 1 to {@value #MOST}, sorted, each once: their order does not matter
 * @param limit how many recommendations at most, 1 to {@value #MOST_ANSWERS}
 */
public record RecommendationSeeds(List<SpotifyId> tracks, int limit) {

  public static final int MOST = 5;
  public static final int MOST_ANSWERS = 100;

  /**
   * @throws IllegalArgumentException if there are too few or too many seeds, or the limit is out of
   *     bounds
   */
  public RecommendationSeeds {
    tracks = tracks.stream().distinct().sorted(Comparator.comparing(SpotifyId::value)).toList();
    if (tracks.isEmpty() || tracks.size() > MOST || limit < 1 || limit > MOST_ANSWERS) {
      throw new IllegalArgumentException(
          "recommendations have 1 to " + MOST + " seeds and 1 to " + MOST_ANSWERS + " answers");
    }
  }
}
