package io.linernotes.enrichment;

import io.linernotes.cache.Mergeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Last.fm knows about a track.
 *
 * @param corrected whether Last.fm knows the track by other names than those asked for
 * @param durationMs milliseconds
 * @param wiki plain text, without markup
 * @param similar most similar first
 */
public record LastfmTrack(
    @Nullable String canonicalArtist,
    @Nullable String canonicalTrack,
    boolean corrected,
    List<String> topTags,
    @Nullable Long listeners,
    @Nullable Long playcount,
    @Nullable Long durationMs,
    @Nullable String url,
    @Nullable String mbid,
    @Nullable Album album,
    @Nullable String wiki,
    List<Similar> similar)
    implements Mergeable<LastfmTrack> {

  /** The album that Last.fm files the track under. */
  public record Album(
      @Nullable String artist,
      @Nullable String title,
      @Nullable String url,
      @Nullable String image) {}

  /**
   * A track that the same people listen to.
   *
   * @param match 0 to 1
   */
  public record Similar(String artist, String name, @Nullable Double match) {}

  public LastfmTrack {
    topTags = List.copyOf(topTags);
    similar = List.copyOf(similar);
  }

  @Override
  public LastfmTrack mergedOver(LastfmTrack older) {
    return new LastfmTrack(
        Known.newer(canonicalArtist, older.canonicalArtist),
        Known.newer(canonicalTrack, older.canonicalTrack),
        corrected,
        Known.nonEmpty(topTags, older.topTags),
        Known.larger(listeners, older.listeners),
        Known.larger(playcount, older.playcount),
        Known.newer(durationMs, older.durationMs),
        Known.newer(url, older.url),
        Known.newer(mbid, older.mbid),
        Known.newer(album, older.album),
        Known.newer(wiki, older.wiki),
        Known.nonEmpty(similar, older.similar));
  }

  /** The same track with these similar ones. */
  public LastfmTrack withSimilar(List<Similar> others) {
    return new LastfmTrack(
        canonicalArtist,
        canonicalTrack,
        corrected,
        topTags,
        listeners,
        playcount,
        durationMs,
        url,
        mbid,
        album,
        wiki,
        others);
  }

  /** The same track as the answer to a question by its own names, or by others. */
  public LastfmTrack withCorrected(boolean byOthers) {
    return new LastfmTrack(
        canonicalArtist,
        canonicalTrack,
        byOthers,
        topTags,
        listeners,
        playcount,
        durationMs,
        url,
        mbid,
        album,
        wiki,
        similar);
  }
}
