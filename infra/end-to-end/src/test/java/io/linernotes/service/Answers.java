package io.linernotes.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads parts of the API's answers. */
final class Answers {

  private Answers() {}

  /** The track at this position of the playlist. */
  static JsonNode track(JsonNode answer, int position) {
    for (JsonNode track : answer.path("tracks")) {
      if (track.path("position").asInt() == position) {
        return track;
      }
    }
    throw new AssertionError("Nothing at position " + position);
  }

  /** The first track of this title. */
  static JsonNode track(JsonNode answer, String title) {
    for (JsonNode track : answer.path("tracks")) {
      if (track.path("title").asText().equals(title)) {
        return track;
      }
    }
    throw new AssertionError("Nothing is titled " + title);
  }

  /** The field's value in each track, in order. */
  static List<String> ofTracks(JsonNode answer, String pointer) {
    List<String> values = new ArrayList<>();
    answer.path("tracks").forEach(track -> values.add(track.at(pointer).asText()));
    return values;
  }

  /** The section's counts in the answer: hits, misses and so on. */
  static JsonNode section(JsonNode answer, String section) {
    return answer.at("/progress/sections/" + section);
  }
}
