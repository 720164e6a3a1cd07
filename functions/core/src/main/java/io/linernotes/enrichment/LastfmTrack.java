package io.linernotes.enrichment;

import io.linernotes.cache.Mergeable;
import io.linernotes.matching.Title;
import io.linernotes.track.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Last.fm knows about a track.
 *
 * @param corrected whether Last.fm files the track under other names than those requested
 * @param plainSong whether this is the plain song, because Last.fm lacks the requested version
 * @param mbid a MusicBrainz id from Last.fm, which is often the id of a track on a release and not
 *     of a recording
 * @param durationMs milliseconds
 * @param wiki plain text, without markup
 * @param similar most similar first
 */
public record LastfmTrack(
    @Nullable String canonicalArtist,
    @Nullable String canonicalTrack,
    boolean corrected,
    boolean plainSong,
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

  /** The album that Last.fm files the track under, which may be a compilation. */
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

  /** Merges with an older answer about the same page of Last.fm only. */
  @Override
  public LastfmTrack mergedOver(LastfmTrack older) {
    if (plainSong != older.plainSong
        || differ(canonicalArtist, older.canonicalArtist)
        || differ(canonicalTrack, older.canonicalTrack)) {
      return this;
    }
    return new LastfmTrack(
        Known.newer(canonicalArtist, older.canonicalArtist),
        Known.newer(canonicalTrack, older.canonicalTrack),
        corrected,
        plainSong,
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

  private static boolean differ(@Nullable String name, @Nullable String older) {
    return name != null && older != null && !Names.normalized(name).equals(Names.normalized(older));
  }

  /** This track with these similar tracks. */
  public LastfmTrack withSimilar(List<Similar> others) {
    return with(corrected, plainSong, album, others);
  }

  /**
   * This track as the answer to another question.
   *
   * @param byOthers whether the question had other names than Last.fm's
   * @param asPlainSong whether the question was for a version that Last.fm lacks
   */
  public LastfmTrack answering(boolean byOthers, boolean asPlainSong) {
    return with(byOthers, asPlainSong, album, similar);
  }

  /**
   * This track without Last.fm's album if that differs from the known one: Last.fm files all
   * recordings of one name, such as {@code Main Titles}, under one album.
   *
   * @param known the album's title from another source, null if unknown
   */
  public LastfmTrack filedUnder(@Nullable String known) {
    String told = album == null ? null : album.title();
    return known == null || told == null || isSameAlbum(known, told)
        ? this
        : with(corrected, plainSong, null, similar);
  }

  /**
   * Whether one title begins with the other, since editions of an album differ at the end of their
   * titles.
   */
  private static boolean isSameAlbum(String one, String other) {
    String a = Names.letters(Title.of(one).base());
    String b = Names.letters(Title.of(other).base());
    return a.startsWith(b) || b.startsWith(a);
  }

  private LastfmTrack with(
      boolean byOthers, boolean asPlainSong, @Nullable Album on, List<Similar> others) {
    return new LastfmTrack(
        canonicalArtist,
        canonicalTrack,
        byOthers,
        asPlainSong,
        topTags,
        listeners,
        playcount,
        durationMs,
        url,
        mbid,
        on,
        wiki,
        others);
  }
}
