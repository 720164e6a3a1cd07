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
 * A reply of {@code GET /track} for ISRCs: {@code
 * {"content":[{"id","trackTitle","isrc","href",…}]}} in any order. A recording on several releases
 * has several rows; an ISRC that ReccoBeats does not know has none.
 *
 * @param tracks the Spotify ids of each recording, in ReccoBeats' order
 * @param missing the ISRCs that ReccoBeats does not know
 * @param failure why some ISRCs have no answer; null if all have one
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

  /**
   * The tracks of each ISRC asked for. An unreadable row may belong to any ISRC, so it leaves those
   * without a row unanswered.
   */
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

  /** The Spotify ids whose features are to be fetched. */
  List<SpotifyId> ids() {
    return tracks.values().stream().flatMap(List::stream).distinct().toList();
  }

  /**
   * The features by ISRC. A recording whose tracks are all missing in the features' reply is a
   * miss. But if that reply lacks every track that {@code GET /track} just listed, it is a failure.
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
