package io.linernotes.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** MusicBrainz's recordings in JSON. A search omits unknown fields, a lookup has null for them. */
final class MusicBrainzJson {
  private MusicBrainzJson() {}

  static Map<String, Object> hit(Recording recording, int score) {
    Map<String, Object> hit =
        Json.object(
            "id", recording.id(),
            "score", score,
            "title", recording.title());
    if (recording.length() != null) {
      hit.put("length", recording.length());
    }
    if (!recording.disambiguation().isEmpty()) {
      hit.put("disambiguation", recording.disambiguation());
    }
    hit.put("video", null);
    hit.put("artist-credit", credits(recording));
    hit.put("first-release-date", recording.firstReleaseDate());
    hit.put("releases", List.of(release(recording)));
    if (!recording.isrcs().isEmpty()) {
      hit.put("isrcs", recording.isrcs());
    }
    return hit;
  }

  static Map<String, Object> lookup(Recording recording, String inc) {
    Map<String, Object> found =
        Json.object(
            "disambiguation", recording.disambiguation(),
            "id", recording.id(),
            "length", recording.length(),
            "title", recording.title(),
            "video", false,
            "first-release-date", recording.firstReleaseDate());
    if (inc.contains("artist-credits") || inc.contains("artists")) {
      found.put("artist-credit", credits(recording));
    }
    if (inc.contains("isrcs")) {
      found.put("isrcs", recording.isrcs());
    }
    return found;
  }

  private static List<Map<String, Object>> credits(Recording recording) {
    List<Map<String, Object>> credits = new ArrayList<>();
    List<String> artists = recording.artists();
    for (int i = 0; i < artists.size(); i++) {
      Map<String, Object> credit = Json.object("name", artists.get(i));
      if (i + 1 < artists.size()) {
        credit.put("joinphrase", i == 0 ? " feat. " : " & ");
      }
      credit.put("artist", artist(artists.get(i)));
      credits.add(credit);
    }
    return credits;
  }

  private static Map<String, Object> artist(String name) {
    return Json.object("id", Ids.uuid("artist:" + name), "name", name, "sort-name", name);
  }

  private static Map<String, Object> release(Recording recording) {
    return Json.object(
        "id",
        Ids.uuid("release:" + recording.album()),
        "count",
        1,
        "title",
        recording.album(),
        "status",
        "Official",
        "release-group",
        Json.object(
            "id", Ids.uuid("release-group:" + recording.album()),
            "title", recording.album(),
            "primary-type", "Album"),
        "date",
        recording.firstReleaseDate(),
        "track-count",
        11);
  }
}
