package io.linernotes.simulator;

import java.util.List;
import java.util.Map;

/** Deezer's tracks in JSON, complete or as search hits. */
final class DeezerJson {
  private static final List<String> COUNTRIES = List.of("DE", "FR", "GB", "JP", "US");

  private DeezerJson() {}

  static Map<String, Object> track(Song song) {
    Map<String, Object> track = hit(song);
    track.put("isrc", isrc(song));
    track.put("share", "https://www.deezer.com/track/" + song.deezerId() + "?utm_source=deezer");
    track.put("track_position", Ids.number("position:" + song.isrc(), 1, 15));
    track.put("disk_number", 1);
    track.put("release_date", releaseDate(song));
    track.put("bpm", number(song.has(Quirk.DEEZER_FORGOTTEN) ? 0 : song.bpm()));
    track.put("gain", number(song.gain()));
    track.put("available_countries", song.has(Quirk.DEEZER_UNREADABLE) ? List.of() : COUNTRIES);
    track.put(
        "contributors",
        song.artists().stream()
            .map(
                name -> {
                  Map<String, Object> artist = artist(name);
                  artist.put("role", name.equals(song.mainArtist()) ? "Main" : "Featured");
                  return artist;
                })
            .toList());
    track.put("track_token", "AAAA" + Ids.spotify("token:" + song.isrc()));
    return track;
  }

  /** A search hit: a track without isrc, bpm, gain and release date. */
  static Map<String, Object> hit(Song song) {
    return hit(song, song.deezerId(), title(song), song.duration().toSeconds());
  }

  /** Another version of the song, under an id of its own. */
  static Map<String, Object> otherVersion(Song song, String version, long seconds) {
    return hit(song, song.deezerId() + 1, song.plainTitle() + " " + version, seconds);
  }

  private static Map<String, Object> hit(Song song, long id, String title, long seconds) {
    boolean readable = !song.has(Quirk.DEEZER_UNREADABLE);
    String shortTitle = song.plainTitle();
    String md5 = Ids.hex("cover:" + song.mainArtist() + song.album());
    return Json.object(
        "id",
        id,
        "readable",
        readable,
        "title",
        title,
        "title_short",
        shortTitle,
        "title_version",
        title.startsWith(shortTitle) ? title.substring(shortTitle.length()).strip() : "",
        "link",
        "https://www.deezer.com/track/" + id,
        "duration",
        seconds,
        "rank",
        song.rank(),
        "explicit_lyrics",
        song.explicit(),
        "explicit_content_lyrics",
        song.explicit() ? 1 : song.tags().contains("ambient") ? 6 : 0,
        "explicit_content_cover",
        2,
        "preview",
        readable ? preview(song) : "",
        "md5_image",
        md5,
        "artist",
        artist(song.mainArtist()),
        "album",
        album(song, md5),
        "type",
        "track");
  }

  /** The title as Deezer spells it, with versions and featured artists in parentheses. */
  static String title(Song song) {
    String plain = song.plainTitle();
    String version = song.title().substring(plain.length());
    return version.startsWith(" - ") ? plain + " (" + version.substring(3) + ")" : song.title();
  }

  /** The ISRC at Deezer; a song that only a search by name finds has another one there. */
  private static String isrc(Song song) {
    boolean another = song.has(Quirk.DEEZER_BY_NAME_ONLY) || song.has(Quirk.DEEZER_MISFILED);
    return another ? "QMLN2" + song.isrc().substring(5) : song.isrc();
  }

  private static String releaseDate(Song song) {
    if (song.has(Quirk.DEEZER_FORGOTTEN)) {
      return "1900-01-01";
    }
    if (song.has(Quirk.DEEZER_UNDATED)) {
      return "0000-00-00";
    }
    return switch (song.releaseDate().length()) {
      case 4 -> song.releaseDate() + "-01-01";
      case 7 -> song.releaseDate() + "-01";
      default -> song.releaseDate();
    };
  }

  /** Whole numbers without a decimal point, as 123 and 123.4. */
  private static Number number(double value) {
    if (value == Math.rint(value)) {
      return (long) value;
    }
    return value;
  }

  private static String preview(Song song) {
    return "https://cdnt-preview.dzcdn.net/api/1/1/%s.mp3?hdnea=exp=1795000000~hmac=%s"
        .formatted(Ids.hex("preview:" + song.isrc()), Ids.hex("hmac:" + song.isrc()));
  }

  private static Map<String, Object> artist(String name) {
    int id = Ids.number("deezer artist:" + name, 1, 90_000_000);
    return Json.object(
        "id",
        id,
        "name",
        name,
        "link",
        "https://www.deezer.com/artist/" + id,
        "picture",
        "https://api.deezer.com/artist/" + id + "/image",
        "tracklist",
        "https://api.deezer.com/artist/" + id + "/top?limit=50",
        "type",
        "artist");
  }

  private static Map<String, Object> album(Song song, String md5) {
    int id = Ids.number("deezer album:" + song.mainArtist() + song.album(), 1, 700_000_000);
    return Json.object(
        "id",
        id,
        "title",
        song.album(),
        "cover",
        "https://api.deezer.com/album/" + id + "/image",
        "md5_image",
        md5,
        "tracklist",
        "https://api.deezer.com/album/" + id + "/tracks",
        "type",
        "album");
  }
}
