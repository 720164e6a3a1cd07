package io.linernotes.enrichment.deezer;

import java.util.List;

/**
 * What a search lists.
 *
 * @param readable the hits that can be compared, in Deezer's order
 * @param whole whether every hit that Deezer counts could be read, or fills a page of its own: only
 *     then is a track that is not among them not there
 */
record DeezerHits(List<DeezerHit> readable, boolean whole) {

  DeezerHits {
    readable = List.copyOf(readable);
  }
}
