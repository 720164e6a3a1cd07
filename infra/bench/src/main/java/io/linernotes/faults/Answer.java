package io.linernotes.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The service's answer to a request for an analysis.
 *
 * @param status the HTTP status; 0 when there was no answer
 */
record Answer(int status, JsonNode body, Duration took) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration IN_TIME = Duration.ofSeconds(2);
  private static final Set<String> FINAL = Set.of("hit", "miss", "unsupported");

  static Answer of(HttpResponse<byte[]> response, Duration took) throws IOException {
    return new Answer(response.statusCode(), JSON.readTree(response.body()), took);
  }

  static Answer none(Duration took) {
    return new Answer(0, JSON.createObjectNode(), took);
  }

  boolean isLate() {
    return took.compareTo(IN_TIME) > 0;
  }

  /**
   * Whether the request failed: no answer, or a 5xx other than 503. A 503 is allowed, because the
   * table may be unavailable.
   */
  boolean isFailed() {
    return status == 0 || status >= 500 && status != 503;
  }

  /** The status of each section, by a track's position and the section's name, or by an artist. */
  Map<String, String> sections() {
    Map<String, String> sections = new TreeMap<>();
    for (JsonNode track : body.path("tracks")) {
      String place = "track " + track.path("position").asInt() + " ";
      for (String name : Set.of("deezer", "lastfm", "audio_features")) {
        if (track.has(name)) {
          sections.put(place + name, track.path(name).path("status").asText());
        }
      }
    }
    body.path("artists")
        .properties()
        .forEach(
            artist ->
                sections.put(
                    "artist " + artist.getKey(), artist.getValue().path("status").asText()));
    return sections;
  }

  /** Whether no section is pending, stale or throttled. */
  boolean isHealed() {
    Map<String, String> sections = sections();
    return status == 200 && !sections.isEmpty() && FINAL.containsAll(sections.values());
  }

  static boolean isFinal(String status) {
    return FINAL.contains(status);
  }

  int count(String status) {
    return (int) sections().values().stream().filter(status::equals).count();
  }

  /** The longest wait that a section reports. */
  Duration retryAfter() {
    return Duration.ofSeconds(
        body.findValues("retry_after_seconds").stream()
            .mapToLong(JsonNode::asLong)
            .max()
            .orElse(0));
  }
}
