package io.linernotes.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recording as MusicBrainz describes it.
 *
 * @param length in milliseconds; null where unknown
 * @param disambiguation empty where the title says enough
 */
record Recording(
    String id,
    String title,
    List<String> artists,
    @Nullable Long length,
    List<String> isrcs,
    String firstReleaseDate,
    String album,
    String disambiguation) {

  private static final String LIVE = "live, 1988-02-02: The Ritz, New York, NY, USA";

  /** The recordings that MusicBrainz has of a song, live ones first. */
  static List<Recording> of(Song song) {
    List<Recording> recordings = new ArrayList<>();
    if (song.has(Quirk.MUSICBRAINZ_LIVE_FIRST)) {
      recordings.add(other(song, "live", song.duration().toMillis() + 41_000, LIVE, List.of()));
    }
    if (!song.has(Quirk.MUSICBRAINZ_ABSENT)) {
      recordings.add(main(song));
    }
    if (song.has(Quirk.MUSICBRAINZ_SHARED_ISRC)) {
      List<String> isrcs = List.of(song.isrc());
      recordings.add(other(song, "edit", song.duration().toMillis() - 62_000, "", isrcs));
    }
    return List.copyOf(recordings);
  }

  boolean live() {
    return disambiguation.startsWith("live");
  }

  private static Recording main(Song song) {
    boolean live = song.title().endsWith(" - Live");
    return new Recording(
        Ids.uuid("recording:" + song.isrc()),
        song.plainTitle(),
        song.artists(),
        song.has(Quirk.MUSICBRAINZ_WITHOUT_LENGTH) ? null : roundedLength(song),
        song.has(Quirk.MUSICBRAINZ_WITHOUT_ISRCS) ? List.of() : List.of(song.isrc()),
        song.releaseDate(),
        song.album(),
        live ? "live, 1993-11-18: Sony Music Studios, New York, NY, USA" : "");
  }

  private static Recording other(
      Song song, String name, long length, String disambiguation, List<String> isrcs) {
    return new Recording(
        Ids.uuid("recording:" + name + ":" + song.isrc()),
        song.plainTitle(),
        song.artists(),
        length,
        isrcs,
        "",
        song.album(),
        disambiguation);
  }

  /** The length in milliseconds; every other one is rounded to the second. */
  private static long roundedLength(Song song) {
    long millis = song.duration().toMillis();
    return song.isrc().hashCode() % 2 == 0 ? millis : (millis + 500) / 1_000 * 1_000;
  }
}
