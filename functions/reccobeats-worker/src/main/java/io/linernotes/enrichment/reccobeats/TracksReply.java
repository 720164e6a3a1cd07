package io.linernotes.enrichment.reccobeats;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.BatchResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /track} tells of ISRCs: {@code {"content":[{"id","trackTitle","isrc","href",…}]}}
 * in any order, several rows where several releases carry a recording, none for an ISRC that
 * ReccoBeats does not know.
 *
 * @param tracks the ids at Spotify under which it has features, in its order
 * @param missing the ISRCs that it does not know
 * @param failure why some have no answer, or null if all have
 */
record TracksReply(
    Map<Isrc, List<SpotifyId>> tracks, Set<Isrc> missing, Outcome.@Nullable Failure<?> failure) {

  TracksReply {
    tracks = Map.copyOf(tracks);
    missing = Set.copyOf(missing);
  }

  /** No ISRC has an answer. */
  static TracksReply failed(Outcome.Failure<?> failure) {
    return new TracksReply(Map.of(), Set.of(), failure);
  }

  /** What the reply tells of each of the ISRCs asked for; a row that cannot be read may be any. */
  static TracksReply of(Json body, List<Isrc> asked) {
    if (!body.at("content").isArray()) {
      return failed(ReccoBeatsClient.nonsense("tracks without content"));
    }
    Map<Isrc, List<SpotifyId>> tracks = new LinkedHashMap<>();
    boolean readable = true;
    for (Json row : body.list("content")) {
      Optional<Isrc> isrc = Isrc.parse(row.text("isrc"));
      Optional<SpotifyId> id = TrackRow.spotifyId(row);
      readable &= isrc.isPresent() && id.isPresent();
      if (id.isPresent() && isrc.filter(asked::contains).isPresent()) {
        tracks.computeIfAbsent(isrc.get(), _ -> new ArrayList<>()).add(id.get());
      }
    }
    Set<Isrc> missing = new HashSet<>(asked);
    missing.removeAll(tracks.keySet());
    return readable || missing.isEmpty()
        ? new TracksReply(tracks, missing, null)
        : new TracksReply(
            tracks, Set.of(), ReccoBeatsClient.nonsense("a track that cannot be read"));
  }

  /** The ids to ask by. */
  List<SpotifyId> ids() {
    return tracks.values().stream().flatMap(List::stream).distinct().toList();
  }

  /**
   * The features by ISRC. A recording has none where the features' reply leaves out all of its
   * tracks; a reply that leaves out every track that was promised a moment ago is no answer.
   */
  BatchResult<Isrc, AudioFeatures> withFeatures(BatchResult<SpotifyId, AudioFeatures> features) {
    Map<Isrc, AudioFeatures> found = new LinkedHashMap<>();
    Set<Isrc> none = new HashSet<>(missing);
    tracks.forEach(
        (isrc, ids) ->
            ids.stream()
                .map(features.found()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresentOrElse(
                    first -> found.put(isrc, first),
                    () -> {
                      if (features.missing().containsAll(ids)) {
                        none.add(isrc);
                      }
                    }));
    Outcome.Failure<?> why = failure != null ? failure : features.failure();
    if (why == null && found.isEmpty() && !tracks.isEmpty()) {
      why = ReccoBeatsClient.nonsense("no features of the tracks that it told of");
      none.removeAll(tracks.keySet());
    }
    return why == null ? BatchResult.complete(found, none) : BatchResult.until(found, none, why);
  }
}
