package io.linernotes.enrichment.reccobeats;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.AudioFeaturesFields;
import io.linernotes.worker.BatchResult;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a reply of {@code GET /audio-features}: {@code {"content":[{"id","href","energy",…}]}}, in
 * any order, without the tracks that ReccoBeats does not know. The {@code id} is ReccoBeats' own;
 * Spotify's id ends the {@code href}. Key -1 and tempo 0 mean that none was detected; there is no
 * time signature.
 *
 * <p>An id without a row is missing only if the id of every row can be read: an unreadable row
 * might be its own.
 */
final class FeaturesReply {

  private static final String SOURCE = "reccobeats";
  private static final List<String> TOLD =
      List.of("energy", "danceability", "tempo", "valence", "loudness");

  private final Map<SpotifyId, AudioFeatures> found = new LinkedHashMap<>();
  private final Set<SpotifyId> missing = new HashSet<>();
  private final Set<SpotifyId> unreadable = new HashSet<>();
  private boolean anybodys;

  private FeaturesReply() {}

  /** The features and the misses among the ids asked for. */
  static BatchResult<SpotifyId, AudioFeatures> features(Json body, List<SpotifyId> asked) {
    if (!body.at("content").isArray()) {
      return BatchResult.until(
          Map.of(), Set.of(), ReccoBeatsClient.nonsense("a reply without content"));
    }
    FeaturesReply reply = new FeaturesReply();
    body.list("content").forEach(row -> reply.read(row, asked));
    return reply.result(asked);
  }

  private void read(Json row, List<SpotifyId> asked) {
    Optional<SpotifyId> told = TrackRow.spotifyId(row);
    anybodys |= told.isEmpty();
    told.filter(asked::contains)
        .filter(id -> !found.containsKey(id))
        .ifPresent(
            id -> {
              if (AudioFeaturesFields.isAnalysed(row)) {
                found.put(id, AudioFeaturesFields.read(row, null, SOURCE));
              } else {
                (isReadable(row) ? missing : unreadable).add(id);
              }
            });
  }

  /** Whether a row without features truly has none, rather than values in an unknown format. */
  private static boolean isReadable(Json row) {
    return TOLD.stream().noneMatch(field -> row.at(field).isPresent() && row.number(field) == null);
  }

  private BatchResult<SpotifyId, AudioFeatures> result(List<SpotifyId> asked) {
    Set<SpotifyId> open = new HashSet<>(asked);
    open.removeAll(found.keySet());
    missing.retainAll(open);
    missing.removeAll(unreadable);
    if (!anybodys) {
      missing.addAll(open);
      missing.removeAll(unreadable);
    }
    return missing.containsAll(open)
        ? BatchResult.complete(found, missing)
        : BatchResult.until(found, missing, ReccoBeatsClient.nonsense("a row that cannot be read"));
  }
}
