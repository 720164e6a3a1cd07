package io.linernotes.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Spotify's objects in JSON. */
final class SpotifyJson {
  private static final List<String> MARKETS = List.of("DE", "FR", "GB", "JP", "US");

  private final String apiUrl;
  private final SpotifyMode mode;

  SpotifyJson(String apiUrl, SpotifyMode mode) {
    this.apiUrl = apiUrl;
    this.mode = mode;
  }

  Map<String, Object> track(Song song) {
    Map<String, Object> track = link("track", "tracks", song.spotifyId(), song.title());
    track.put("album", album(song));
    track.put("artists", song.artists().stream().map(this::artistLink).toList());
    track.put("disc_number", 1);
    track.put("track_number", Ids.number("position:" + song.isrc(), 1, 15));
    track.put("duration_ms", song.duration().toMillis());
    track.put("explicit", song.explicit());
    track.put(
        "external_ids",
        song.has(Quirk.SPOTIFY_WITHOUT_ISRC) ? Map.of() : Map.of("isrc", song.isrc()));
    track.put("is_local", false);
    track.put("preview_url", null);
    if (mode == SpotifyMode.EXTENDED) {
      track.put("popularity", song.popularity());
      track.put("available_markets", MARKETS);
    }
    return track;
  }

  /** The track as returned for a market: playable, and under another id if it is relinked. */
  Map<String, Object> trackInMarket(Song song) {
    Map<String, Object> track = track(song);
    track.remove("available_markets");
    track.put("is_playable", true);
    if (song.has(Quirk.SPOTIFY_RELINKED)) {
      Map<String, Object> requested = link("track", "tracks", song.spotifyId(), song.title());
      requested.remove("name");
      track.putAll(link("track", "tracks", Ids.spotify("relinked:" + song.isrc()), song.title()));
      if (mode == SpotifyMode.EXTENDED) {
        track.put("linked_from", requested);
      }
    }
    return track;
  }

  Map<String, Object> artist(Artist artist) {
    Map<String, Object> json = artistLink(artist.name());
    boolean extended = mode == SpotifyMode.EXTENDED;
    json.put("genres", extended ? artist.genres() : List.of());
    json.put("images", images("artist:" + artist.name()));
    if (extended) {
      json.put("followers", Json.object("href", null, "total", artist.listeners() * 3));
      json.put("popularity", Ids.number("popularity:" + artist.name(), 25, 95));
    }
    return json;
  }

  Map<String, Object> audioFeatures(Song song) {
    AudioFeatures features = AudioFeatures.of(song);
    String id = song.spotifyId();
    return Json.object(
        "danceability", features.danceability(),
        "energy", features.energy(),
        "key", features.key(),
        "loudness", features.loudness(),
        "mode", features.mode(),
        "speechiness", features.speechiness(),
        "acousticness", features.acousticness(),
        "instrumentalness", features.instrumentalness(),
        "liveness", features.liveness(),
        "valence", features.valence(),
        "tempo", features.tempo(),
        "type", "audio_features",
        "id", id,
        "uri", "spotify:track:" + id,
        "track_href", apiUrl + "/tracks/" + id,
        "analysis_url", apiUrl + "/audio-analysis/" + id,
        "duration_ms", song.duration().toMillis(),
        "time_signature", 4);
  }

  Map<String, Object> user(String id) {
    Map<String, Object> user = link("user", "users", id, "");
    user.remove("name");
    user.put("display_name", id.equals(Playlists.USER) ? "Liner Notes DJ" : id);
    return user;
  }

  Map<String, Object> local(PlaylistEntry.LocalFile file) {
    return Json.object(
        "album",
        Json.object(
            "album_type",
            null,
            "artists",
            List.of(),
            "available_markets",
            List.of(),
            "external_urls",
            Map.of(),
            "href",
            null,
            "id",
            null,
            "images",
            List.of(),
            "name",
            file.album(),
            "release_date",
            null,
            "release_date_precision",
            null,
            "type",
            "album",
            "uri",
            null),
        "artists",
        List.of(
            Json.object(
                "external_urls",
                Map.of(),
                "href",
                null,
                "id",
                null,
                "name",
                file.artist(),
                "type",
                "artist",
                "uri",
                null)),
        "available_markets",
        List.of(),
        "disc_number",
        0,
        "duration_ms",
        file.seconds() * 1_000,
        "explicit",
        false,
        "external_ids",
        Map.of(),
        "external_urls",
        Map.of(),
        "href",
        null,
        "id",
        null,
        "is_local",
        true,
        "name",
        file.title(),
        "popularity",
        0,
        "preview_url",
        null,
        "track_number",
        0,
        "type",
        "track",
        "uri",
        "spotify:local:%s:%s:%s:%d"
            .formatted(
                encoded(file.artist()),
                encoded(file.album()),
                encoded(file.title()),
                file.seconds()));
  }

  Map<String, Object> episode(PlaylistEntry.Episode episode) {
    String id = Ids.spotify("episode:" + episode.title());
    Map<String, Object> json = link("episode", "episodes", id, episode.title());
    json.put("duration_ms", episode.durationMs());
    json.put("explicit", false);
    json.put("is_local", false);
    json.put("release_date", "2026-02-03");
    json.put("show", Json.object("name", episode.show(), "type", "show"));
    return json;
  }

  List<Object> images(String name) {
    String image = Ids.hex("image:" + name) + "00000000";
    return List.of(
        Json.object("height", 640, "url", "https://i.scdn.co/image/" + image, "width", 640));
  }

  private Map<String, Object> album(Song song) {
    String id = Ids.spotify("album:" + song.mainArtist() + ":" + song.album());
    Map<String, Object> album = link("album", "albums", id, song.album());
    album.put("album_type", "album");
    album.put("artists", List.of(artistLink(song.mainArtist())));
    album.put("images", images("album:" + id));
    album.put("release_date", song.releaseDate());
    album.put("release_date_precision", precision(song.releaseDate()));
    album.put("total_tracks", Ids.number("tracks:" + id, 1, 18));
    return album;
  }

  private Map<String, Object> artistLink(String name) {
    return link("artist", "artists", Artists.spotifyId(name), name);
  }

  private Map<String, Object> link(String type, String path, String id, String name) {
    return Json.object(
        "external_urls",
        Map.of("spotify", "https://open.spotify.com/" + type + "/" + id),
        "href",
        apiUrl + "/" + path + "/" + id,
        "id",
        id,
        "name",
        name,
        "type",
        type,
        "uri",
        "spotify:" + type + ":" + id);
  }

  private static String precision(String date) {
    return switch (date.length()) {
      case 4 -> "year";
      case 7 -> "month";
      default -> "day";
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
