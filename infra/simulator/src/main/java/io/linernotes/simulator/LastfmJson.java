package io.linernotes.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Last.fm's objects in JSON. As in the real API, some numbers are strings and others are numbers.
 */
final class LastfmJson {
  private static final String PLACEHOLDER = "2a96cbd8b46e442fc41c2b86b821562f";
  private static final List<String> SIZES = List.of("small", "medium", "large", "extralarge");

  private LastfmJson() {}

  static Map<String, Object> track(Song song) {
    boolean odd = song.has(Quirk.LASTFM_BLANK_TAGS);
    Map<String, Object> track =
        Json.object(
            "name", song.lastfmTitle(),
            "mbid", mbid(song),
            "url", url(song.lastfmArtist(), song.lastfmTitle()),
            "duration", String.valueOf((song.duration().toMillis() + 500) / 1_000 * 1_000),
            "streamable", odd ? "0" : Json.object("#text", "0", "fulltrack", "0"),
            "listeners", String.valueOf(song.listeners()),
            "playcount", String.valueOf(song.playcount()),
            "artist", artistLink(song.lastfmArtist()),
            "album", album(song),
            "toptags", topTags(song),
            "wiki", wiki(song));
    if (mbid(song).isEmpty()) {
      track.remove("mbid");
    }
    if (song.has(Quirk.LASTFM_WITHOUT_TAGS)) {
      track.remove("toptags");
      track.remove("wiki");
    }
    return track;
  }

  /** A track with few scrobbles, under the names that the request contains. */
  static Map<String, Object> obscureTrack(String artist, String title, long listeners) {
    return Json.object(
        "name", title,
        "url", url(artist, title),
        "duration", "0",
        "streamable", Json.object("#text", "0", "fulltrack", "0"),
        "listeners", String.valueOf(listeners),
        "playcount", String.valueOf(listeners + 1),
        "artist", Json.object("name", artist, "url", url(artist)),
        "toptags", Json.object("tag", List.of()));
  }

  static Map<String, Object> similar(Song song, double match) {
    return Json.object(
        "name", song.lastfmTitle(),
        "playcount", song.playcount(),
        "mbid", mbid(song),
        "match", match,
        "url", url(song.lastfmArtist(), song.lastfmTitle()),
        "streamable", Json.object("#text", "0", "fulltrack", "0"),
        "duration", song.duration().toSeconds(),
        "artist", artistLink(song.lastfmArtist()),
        "image", images(PLACEHOLDER, SIZES));
  }

  /**
   * Tags with their weights; a single tag is an object instead of an array, with its weight as a
   * string.
   */
  static Object weightedTags(Song song) {
    if (song.has(Quirk.LASTFM_SINGLE_TAG)) {
      Map<String, Object> tag = tag(song.tags().getFirst());
      tag.put("count", "100");
      return tag;
    }
    List<Map<String, Object>> tags = new ArrayList<>();
    for (String name : song.tags()) {
      Map<String, Object> tag = Json.object("count", Math.max(1, 100 / (tags.size() + 1)));
      tag.putAll(tag(name));
      tags.add(tag);
    }
    return tags;
  }

  static Map<String, Object> artist(Artist artist, List<String> similar) {
    List<String> sizes = new ArrayList<>(SIZES);
    sizes.addAll(List.of("mega", ""));
    return Json.object(
        "name",
        artist.name(),
        "mbid",
        artist.mbid(),
        "url",
        url(artist.name()),
        "image",
        images(PLACEHOLDER, sizes),
        "streamable",
        "0",
        "ontour",
        "0",
        "stats",
        Json.object(
            "listeners", String.valueOf(artist.listeners()),
            "playcount", String.valueOf(artist.playcount())),
        "similar",
        Json.object(
            "artist",
            similar.stream()
                .map(
                    name ->
                        Json.object(
                            "name", name,
                            "url", url(name),
                            "image", images(PLACEHOLDER, sizes)))
                .toList()),
        "tags",
        artist.tags().isEmpty() ? "" : Json.object("tag", tags(artist.tags())),
        "bio",
        bio(artist));
  }

  static Map<String, Object> correctedTrack(Song song) {
    return Json.object(
        "name", song.lastfmTitle(),
        "mbid", mbid(song),
        "url", url(song.lastfmArtist(), song.lastfmTitle()),
        "artist", artistLink(song.lastfmArtist()));
  }

  private static Object topTags(Song song) {
    if (song.has(Quirk.LASTFM_BLANK_TAGS)) {
      return "";
    }
    return Json.object(
        "tag",
        song.has(Quirk.LASTFM_SINGLE_TAG)
            ? tag(song.tags().getFirst())
            : tags(song.tags().stream().limit(5).toList()));
  }

  private static List<Map<String, Object>> tags(List<String> names) {
    return names.stream().map(LastfmJson::tag).toList();
  }

  private static Map<String, Object> tag(String name) {
    return Json.object("name", name, "url", "https://www.last.fm/tag/" + encoded(name));
  }

  private static Map<String, Object> album(Song song) {
    String artist = song.lastfmArtist();
    return Json.object(
        "artist", artist,
        "title", song.album(),
        "mbid", Ids.uuid("release:" + song.album()),
        "url", url(artist) + "/" + encoded(song.album()),
        "image", images(Ids.hex("album:" + song.album()), SIZES),
        "@attr", Json.object("position", "1"));
  }

  private static Map<String, Object> wiki(Song song) {
    String more =
        "<a href=\"%s\">Read more on Last.fm</a>"
            .formatted(url(song.lastfmArtist(), song.lastfmTitle()));
    String text =
        "\"%s\" is a song by %s, from %s (%s)."
            .formatted(
                song.lastfmTitle(),
                song.lastfmArtist(),
                song.album(),
                song.releaseDate().substring(0, 4));
    return Json.object(
        "published", "14 Apr 2009, 16:25",
        "summary", text + " " + more + ".",
        "content", text + " " + more + ". " + licence());
  }

  private static Map<String, Object> bio(Artist artist) {
    String url = url(artist.name());
    String more = "<a href=\"%s\">Read more on Last.fm</a>".formatted(url);
    String text =
        artist.tags().isEmpty()
            ? ""
            : "%s are known for %s.".formatted(artist.name(), String.join(", ", artist.tags()));
    return Json.object(
        "links",
        Json.object("link", Json.object("#text", "", "rel", "original", "href", url + "/+wiki")),
        "published",
        text.isEmpty() ? "01 Jan 1970, 00:00" : "09 Jan 2011, 12:41",
        "summary",
        text + " " + more,
        "content",
        text.isEmpty() ? "" : text + " " + more + ". " + licence());
  }

  private static String licence() {
    return "User-contributed text is available under the Creative Commons By-SA License; additional"
        + " terms may apply.";
  }

  private static List<Map<String, Object>> images(String hash, List<String> sizes) {
    return sizes.stream()
        .map(
            size ->
                Json.object(
                    "#text",
                    "https://lastfm.freetls.fastly.net/i/u/" + folder(size) + hash + ".png",
                    "size",
                    size))
        .toList();
  }

  private static String folder(String size) {
    return switch (size) {
      case "small" -> "34s/";
      case "medium" -> "64s/";
      case "large" -> "174s/";
      default -> "300x300/";
    };
  }

  private static Map<String, Object> artistLink(String name) {
    return Json.object("name", name, "mbid", Ids.uuid("artist:" + name), "url", url(name));
  }

  /** The MBID. Every fourth track has none; the others are MBIDs of tracks, not of recordings. */
  private static String mbid(Song song) {
    return song.isrc().hashCode() % 4 == 0 ? "" : Ids.uuid("track:" + song.isrc());
  }

  private static String url(String artist, String title) {
    return url(artist) + "/_/" + encoded(title);
  }

  private static String url(String artist) {
    return "https://www.last.fm/music/" + encoded(artist);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
