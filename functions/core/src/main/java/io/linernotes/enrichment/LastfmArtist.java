package io.linernotes.enrichment;

import io.linernotes.cache.Mergeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Last.fm knows about an artist.
 *
 * @param bio plain text, without markup
 * @param similar names, most similar first
 * @param images by size ({@code small}, {@code large}, …); placeholders are left out
 */
public record LastfmArtist(
    @Nullable String name,
    @Nullable String bio,
    List<String> tags,
    @Nullable Long listeners,
    @Nullable Long playcount,
    @Nullable String url,
    @Nullable String mbid,
    List<String> similar,
    Map<String, String> images)
    implements Mergeable<LastfmArtist> {

  public LastfmArtist {
    tags = List.copyOf(tags);
    similar = List.copyOf(similar);
    images = Map.copyOf(images);
  }

  @Override
  public LastfmArtist mergedOver(LastfmArtist older) {
    return new LastfmArtist(
        Known.newer(name, older.name),
        Known.newer(bio, older.bio),
        Known.nonEmpty(tags, older.tags),
        Known.larger(listeners, older.listeners),
        Known.larger(playcount, older.playcount),
        Known.newer(url, older.url),
        Known.newer(mbid, older.mbid),
        Known.nonEmpty(similar, older.similar),
        images.isEmpty() ? older.images : images);
  }
}
