package io.linernotes.simulator;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A recording, with all the data that any provider has.
 *
 * @param title as Spotify spells it
 * @param artists the main artist first
 * @param releaseDate a year, month or day, as in {@code 1997-10}
 * @param gain in decibels
 * @param rank Deezer's rank, up to about a million
 * @param lastfmArtist the name to which Last.fm corrects the artist's
 * @param lastfmTitle the title to which Last.fm corrects the song's
 * @param artistAliases misspelt names of the artist that Last.fm corrects
 */
public record Song(
    String spotifyId,
    long deezerId,
    String title,
    List<String> artists,
    String isrc,
    Duration duration,
    String album,
    String releaseDate,
    int popularity,
    boolean explicit,
    double bpm,
    double gain,
    int rank,
    List<String> tags,
    long listeners,
    long playcount,
    String lastfmArtist,
    String lastfmTitle,
    List<String> artistAliases,
    Set<Quirk> quirks) {

  public Song {
    if (artists.isEmpty() || !isrc.matches("[A-Z]{2}[A-Z0-9]{3}[0-9]{7}")) {
      throw new IllegalArgumentException(
          "A song has an artist and an ISRC: " + artists + " " + isrc);
    }
    artists = List.copyOf(artists);
    tags = List.copyOf(tags);
    artistAliases = List.copyOf(artistAliases);
    quirks = Set.copyOf(quirks);
  }

  /** A song whose other data is derived from its ISRC. */
  public static Song of(String artist, String title, String isrc, Duration duration) {
    return new CatalogueEntry(title, List.of(artist), isrc, duration.toMillis()).song();
  }

  /** The first artist. */
  public String mainArtist() {
    return artists.getFirst();
  }

  /** The title without featured artists, remasters and the like. */
  public String plainTitle() {
    return Text.withoutVersion(title);
  }

  public boolean has(Quirk quirk) {
    return quirks.contains(quirk);
  }

  /** The same song with one more quirk. */
  public Song with(Quirk quirk) {
    Set<Quirk> more = EnumSet.of(quirk);
    more.addAll(quirks);
    return copy(bpm, releaseDate, more);
  }

  /** The same song without quirks. */
  public Song withoutQuirks() {
    return copy(bpm, releaseDate, Set.of());
  }

  /** The same song at another tempo. */
  public Song withBpm(double newBpm) {
    return copy(newBpm, releaseDate, quirks);
  }

  /** The same song with another release date. */
  public Song withReleaseDate(String date) {
    return copy(bpm, date, quirks);
  }

  private Song copy(double newBpm, String newReleaseDate, Set<Quirk> newQuirks) {
    return new Song(
        spotifyId,
        deezerId,
        title,
        artists,
        isrc,
        duration,
        album,
        newReleaseDate,
        popularity,
        explicit,
        newBpm,
        gain,
        rank,
        tags,
        listeners,
        playcount,
        lastfmArtist,
        lastfmTitle,
        artistAliases,
        newQuirks);
  }
}
