package io.linernotes.enrichment.deezer;

import java.util.List;

/**
 * The hits of a search.
 *
 * @param readable the hits that can be compared, in Deezer's order
 * @param whole whether every listed hit could be read, and Deezer listed all that it counts or a
 *     full page; only then does a track's absence prove a miss
 */
record DeezerHits(List<DeezerHit> readable, boolean whole) {

  DeezerHits {
    readable = List.copyOf(readable);
  }
}
