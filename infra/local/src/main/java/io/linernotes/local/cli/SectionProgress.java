package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The progress of one section of an answer.
 *
 * @param refused why part of the section is unavailable now, in words; empty if nothing is
 */
record SectionProgress(String name, int resolved, int total, String refused) {
  private static final Map<String, String> NAMES =
      Map.of(
          "deezer", "Deezer",
          "lastfm", "Last.fm",
          "artists", "Artists",
          "audio_features", "Audio features");

  /** The sections of an answer in its order, without empty ones. */
  static List<SectionProgress> of(JsonNode answer) {
    return answer
        .at("/progress/sections")
        .propertyStream()
        .map(section -> of(section.getKey(), section.getValue(), answer))
        .filter(section -> section.total() > 0)
        .toList();
  }

  /** A section's display name. */
  static String name(String id) {
    return NAMES.getOrDefault(id, id);
  }

  private static SectionProgress of(String id, JsonNode counts, JsonNode answer) {
    int resolved =
        List.of("hit", "stale", "miss", "unsupported").stream()
            .mapToInt(status -> counts.path(status).asInt())
            .sum();
    int total = counts.valueStream().mapToInt(JsonNode::asInt).sum();
    return new SectionProgress(name(id), resolved, total, refused(id, counts, answer));
  }

  private static String refused(String id, JsonNode counts, JsonNode answer) {
    for (var status : List.of("throttled", "unavailable")) {
      int count = counts.path(status).asInt();
      if (count > 0) {
        var wait = retryAfter(id, status, answer);
        return count
            + " "
            + status
            + (wait.isEmpty() ? "" : " for " + Text.span(Duration.ofSeconds(wait.getAsLong())));
      }
    }
    return "";
  }

  private static OptionalLong retryAfter(String id, String status, JsonNode answer) {
    var places =
        id.equals("artists")
            ? answer.path("artists").valueStream()
            : answer.path("tracks").valueStream().map(track -> track.path(id));
    return places
        .filter(place -> place.path("status").asText().equals(status))
        .mapToLong(place -> place.path("retry_after_seconds").asLong())
        .filter(seconds -> seconds > 0)
        .max();
  }
}
