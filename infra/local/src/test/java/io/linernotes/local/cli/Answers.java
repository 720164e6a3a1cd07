package io.linernotes.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers of the API, written by hand. */
final class Answers {
  private static final String PARTIAL =
      """
      {"status": "partial",
       "playlist": {"id": "linernotesDemoPlaylist", "name": "Mixed\\u001b[31m", "owner": "ada", "total_tracks": 5},
       "progress": {"resolved": 4, "total": 6, "percent": 66, "eta_seconds": 31, "sections": {
         "deezer": {"hit": 1, "stale": 0, "miss": 1, "pending": 0, "throttled": 0, "unavailable": 0, "unsupported": 0},
         "lastfm": {"hit": 1, "stale": 0, "miss": 0, "pending": 1, "throttled": 0, "unavailable": 0, "unsupported": 0},
         "artists": {"hit": 0, "stale": 0, "miss": 0, "pending": 0, "throttled": 0, "unavailable": 0, "unsupported": 0},
         "audio_features": {"hit": 1, "stale": 0, "miss": 0, "pending": 0, "throttled": 1, "unavailable": 0, "unsupported": 0}}},
       "aggregates": {
         "bpm": {"avg": 96.5, "min": 96.5, "max": 96.5, "sample_size": 1},
         "gain": {"avg": null, "min": null, "max": null, "sample_size": 0},
         "rank": null, "crowd_tags": [{"tag": "j-pop", "count": 1}], "similar_tracks": [],
         "avg_listeners": 1234567, "avg_playcount": null, "artists_enriched": 0,
         "metadata": {"avg_duration_ms": 245000, "avg_popularity": null, "explicit_percentage": 0,
           "release_years": {"oldest": 1999, "newest": 2016, "average": 2007.5}, "top_genres": [], "total_artists": 2},
         "audio_features": {"energy": 0.5, "danceability": null, "valence": null, "tempo": null}},
       "tracks": [
         {"position": 0, "type": "track", "title": "花束を君に", "artists": ["宇多田ヒカル"],
          "mix": {"bpm": 96.5, "bpm_source": "deezer", "bpm_alternatives": [], "key": "Am", "camelot": "8A", "energy": 0.42, "agreement": "single"},
          "deezer": {"status": "hit", "data": {"bpm": 96.5, "gain": null, "match": {"by": "artist_title", "confidence": 0.9}}},
          "lastfm": {"status": "hit", "data": {"top_tags": ["j-pop", "ballad"], "listeners": 1234567}},
          "audio_features": {"status": "hit", "data": {}}},
         {"position": 1, "type": "track", "title": "Hoppípolla", "artists": ["Sigur Rós"],
          "mix": {"bpm": null, "bpm_source": null, "bpm_alternatives": [], "key": null, "camelot": null, "energy": null, "agreement": null},
          "deezer": {"status": "miss"}, "lastfm": {"status": "pending"},
          "audio_features": {"status": "throttled", "retry_after_seconds": 48925}},
         {"position": 2, "type": "local", "title": "No Woman, No Cry", "artists": ["Fugees"]},
         {"position": 3, "type": "episode", "title": "Crate Digging", "artists": []},
         {"position": 4, "type": "unavailable", "title": null, "artists": []}],
       "artists": {}}
      """;

  private Answers() {}

  /** A playlist of everything, of which some is on its way and some is throttled. */
  static ObjectNode partial() {
    return parse(PARTIAL);
  }

  /** Nothing of the playlist is here. */
  static ObjectNode pending() {
    return parse(
        """
        {"status": "pending", "playlist": null, "aggregates": null, "tracks": [], "artists": {},
         "progress": {"resolved": 0, "total": 0, "percent": 100, "eta_seconds": 0, "sections": {"deezer": {"hit": 0}}}}
        """);
  }

  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) ApiClient.JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
