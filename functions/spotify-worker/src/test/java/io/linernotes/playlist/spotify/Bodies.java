package io.linernotes.playlist.spotify;

import io.linernotes.track.SpotifyId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Replies in Spotify's shapes. */
final class Bodies {

  static final SpotifyId PLAYLIST = new SpotifyId("37i9dQZF1DXcBWIGoYBM5M");

  private Bodies() {}

  /** The id of the n-th track. */
  static SpotifyId id(int n) {
    return new SpotifyId("Track%017d".formatted(n));
  }

  static List<SpotifyId> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(Bodies::id).toList();
  }

  static String token(String token, long seconds) {
    return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
        .formatted(token, seconds);
  }

  static String error(int status, String message) {
    return "{\"error\":{\"status\":%d,\"message\":\"%s\"}}".formatted(status, message);
  }

  static String bareError(int status) {
    return "{\"error\":{\"status\":%d}}".formatted(status);
  }

  static String quotaExceeded() {
    return """
        {"error":{"status":429,"message":"Too many requests","reason":"QUOTA_EXCEEDED"}}""";
  }

  /** The n-th track. */
  static String track(int n) {
    return """
        {"type":"track","episode":false,"track":true,"id":"%s","name":"Song %d","is_local":false,
         "artists":[{"id":"3WrFJ7ztbogyGnTHbHJFl2","name":"The Beatles","type":"artist"},
                    {"id":null,"name":"A guest","type":"artist"}],
         "album":{"name":"Abbey Road","release_date":"1969-09-26","release_date_precision":"day"},
         "duration_ms":259946,"explicit":false,"external_ids":{"isrc":"gbaye0601690"},
         "popularity":0}"""
        .formatted(id(n), n);
  }

  /** An entry under the name that the shape gives it: {@code item} or {@code track}. */
  static String entry(String name, String content) {
    return "{\"added_at\":null,\"added_by\":{\"id\":\"\"},\"is_local\":false,\"%s\":%s}"
        .formatted(name, content);
  }

  /** Entries of the tracks from one number to another. */
  static String entries(String name, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(n -> entry(name, track(n)))
        .collect(Collectors.joining(","));
  }

  static String page(String entries, int offset, int limit, int total, boolean more) {
    return """
        {"href":"https://api.spotify.com/v1/x","items":[%s],"limit":%d,"next":%s,"offset":%d,
         "previous":null,"total":%d}"""
        .formatted(
            entries,
            limit,
            more ? "\"https://api.spotify.com/v1/x?offset=9\"" : null,
            offset,
            total);
  }

  /** A playlist, with its contents under the given name or, without a name, none. */
  static String playlist(@Nullable String name, @Nullable String page) {
    return """
        {"collaborative":false,"description":"Rock &amp; roll","followers":{"total":0},"id":"%s",
         "name":"Mix","owner":{"display_name":"A DJ","id":"dj"},"public":true,
         "snapshot_id":"v1"%s,"type":"playlist"}"""
        .formatted(PLAYLIST, name == null ? "" : ",\"%s\":%s".formatted(name, page));
  }

  static String audioFeatures(SpotifyId id) {
    return """
        {"danceability":0.696,"energy":0.905,"key":2,"loudness":-2.743,"mode":1,"speechiness":0.103,
         "acousticness":0.011,"instrumentalness":0.0009,"liveness":0.302,"valence":0.625,
         "tempo":114.944,"type":"audio_features","id":"%s","duration_ms":207960,"time_signature":4}"""
        .formatted(id);
  }

  static String list(String name, List<String> elements) {
    return "{\"%s\":[%s]}".formatted(name, String.join(",", elements));
  }
}
