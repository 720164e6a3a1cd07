package io.linernotes.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields that an answer has in each status. The description states these rules in words,
 * because generators of clients make nameless types of conditions in schemas.
 */
final class StatusRules {

  private static final Pattern SPOTIFY_ID = Pattern.compile("[0-9A-Za-z]{22}");
  private static final Set<String> KNOWN = Set.of("hit", "stale");
  private static final Set<String> KEPT_BACK = Set.of("throttled", "unavailable");
  private static final Set<String> OPEN = Set.of("pending", "unsupported");
  private static final List<String> OF_TRACKS_ALONE =
      List.of("mix", "deezer", "lastfm", "audio_features", "album", "release_date");
  private static final List<String> SUBJECTS = List.of("playlist", "track", "aggregates");

  private static final List<String> OF_ANALYSES =
      List.of("progress", "tracks", "track", "order", "transition");

  private StatusRules() {}

  /** Everything in the body that breaks a rule, by its path. */
  static List<String> violations(JsonNode body) {
    List<String> violations = new ArrayList<>();
    if (body.has("openapi")) {
      return violations; // the description, whose schemas and examples only look like answers
    }
    answer(body, violations);
    walk("", body, violations);
    return violations;
  }

  private static void walk(String path, JsonNode node, List<String> violations) {
    if (node.path("status").isTextual() && !path.isEmpty()) {
      section(path, node, violations);
    }
    if (node.has("position") && node.has("type")) {
      place(path, node, violations);
    }
    if (node.isObject()) {
      node.forEachEntry((name, child) -> walk(path + "/" + name, child, violations));
    } else {
      for (int i = 0; i < node.size(); i++) {
        walk(path + "/" + i, node.path(i), violations);
      }
    }
  }

  private static void section(String path, JsonNode section, List<String> violations) {
    String status = section.path("status").asText();
    require(KNOWN.contains(status) == section.has("data"), path, status, "data", violations);
    require(
        KEPT_BACK.contains(status) == section.has("retry_after_seconds"),
        path,
        status,
        "retry_after_seconds",
        violations);
    require(status.equals("miss") || !section.has("tried"), path, status, "tried", violations);
    boolean fetched = section.has("fetched_at");
    require(!KNOWN.contains(status) || fetched, path, status, "fetched_at", violations);
    require(
        !fetched || !(OPEN.contains(status) || KEPT_BACK.contains(status)),
        path,
        status,
        "fetched_at",
        violations);
  }

  private static void place(String path, JsonNode place, List<String> violations) {
    String type = place.path("type").asText();
    for (String field : OF_TRACKS_ALONE) {
      boolean allowed = type.equals("track") || !place.has(field);
      require(allowed, path, type, field, violations);
    }
    if (type.equals("track")) {
      require(place.has("album"), path, type, "album", violations);
      boolean isId =
          place.path("id").isNull() || SPOTIFY_ID.matcher(place.path("id").asText()).matches();
      require(isId, path, type, "id", violations);
    }
  }

  /** The rules of an answer's top level. */
  private static void answer(JsonNode answer, List<String> violations) {
    String status = answer.path("status").asText();
    boolean isAnalysis = OF_ANALYSES.stream().anyMatch(answer::has);
    if (isAnalysis) {
      for (String subject : SUBJECTS) {
        boolean consistent =
            !answer.has(subject)
                || answer.path(subject).isNull() == status.equals("pending")
                || (subject.equals("aggregates") && answer.has("mixes"));
        require(consistent, "", status, subject, violations);
      }
    } else if (status.equals("partial")) {
      require(answer.has("fetched_at"), "", status, "fetched_at", violations);
    }
  }

  private static void require(
      boolean kept, String path, String status, String field, List<String> violations) {
    if (!kept) {
      violations.add(path + ": " + field + " does not go with " + status);
    }
  }
}
