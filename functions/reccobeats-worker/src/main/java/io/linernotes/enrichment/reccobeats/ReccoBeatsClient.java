package io.linernotes.enrichment.reccobeats;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.HttpReply;
import io.linernotes.http.ProviderHttp;
import io.linernotes.json.Json;
import io.linernotes.task.Chunks;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.BatchResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The client of ReccoBeats (https://reccobeats.com/docs), which has audio features and needs no
 * key. It publishes no rate limit, but answers 429 with a Retry-After. No method throws.
 */
public final class ReccoBeatsClient {

  private static final String FEATURES = "audio-features";
  private static final String TRACKS = "track";

  /** The most ids per call. */
  private static final int MOST = 40;

  private final ProviderHttp http;
  private final String base;

  /**
   * A client of the service at {@code base}, {@code https://api.reccobeats.com/v1} with or without
   * a trailing slash.
   */
  public ReccoBeatsClient(ProviderHttp http, URI base) {
    this.http = http;
    this.base = base.toString().replaceFirst("/+$", "");
  }

  /**
   * {@code GET /audio-features?ids=}, 40 ids per call; ReccoBeats silently ignores more. An id that
   * a reply leaves out is missing. After a failure the remaining ids are not requested.
   */
  public BatchResult<SpotifyId, AudioFeatures> audioFeatures(List<SpotifyId> ids) {
    BatchResult<SpotifyId, AudioFeatures> result = BatchResult.none();
    for (List<SpotifyId> batch : Chunks.of(ids, MOST)) {
      if (result.failure() == null) {
        result = result.completedBy(features(batch));
      }
    }
    return result;
  }

  private BatchResult<SpotifyId, AudioFeatures> features(List<SpotifyId> ids) {
    return switch (get(FEATURES, ids)) {
      case Outcome.Found<Json>(Json body) -> FeaturesReply.features(body, ids);
      case Outcome.Missing<Json> _ -> throw new IllegalStateException("no status is a miss");
      case Outcome.Failure<Json> failure -> BatchResult.until(Map.of(), Set.of(), failure);
    };
  }

  /**
   * {@code GET /track?ids=}, which also takes ISRCs, 40 per call, then the features of the tracks
   * that it lists. Of several tracks of one recording the first with features counts.
   */
  public BatchResult<Isrc, AudioFeatures> audioFeaturesByIsrc(List<Isrc> recordings) {
    BatchResult<Isrc, AudioFeatures> result = BatchResult.none();
    for (List<Isrc> batch : Chunks.of(recordings, MOST)) {
      if (result.failure() == null) {
        result = result.completedBy(featuresByIsrc(batch));
      }
    }
    return result;
  }

  private BatchResult<Isrc, AudioFeatures> featuresByIsrc(List<Isrc> recordings) {
    return switch (get(TRACKS, recordings)) {
      case Outcome.Found<Json>(Json body) -> {
        TracksReply tracks = TracksReply.of(body, recordings);
        yield tracks.withFeatures(audioFeatures(tracks.ids()));
      }
      case Outcome.Missing<Json> _ -> throw new IllegalStateException("no status is a miss");
      case Outcome.Failure<Json> failure -> BatchResult.until(Map.of(), Set.of(), failure);
    };
  }

  private Outcome<Json> get(String endpoint, List<?> ids) {
    String query = ids.stream().map(Object::toString).collect(Collectors.joining(","));
    URI uri = URI.create(base + "/" + endpoint + "?ids=" + query);
    return http.send(HttpCall.get(endpoint, uri)).then(reply -> read(endpoint, reply));
  }

  /** The reply's JSON. Only status 200 says anything about a track; even 404 is a failure. */
  private static Outcome<Json> read(String endpoint, HttpReply reply) {
    @Nullable Duration retryAfter = reply.retryAfter().orElse(null);
    return switch (reply.status()) {
      case 200 ->
          reply
              .json()
              .<Outcome<Json>>map(Outcome.Found::new)
              .orElseGet(() -> nonsense(endpoint + ": HTTP 200 without JSON"));
      case 429 -> new Outcome.Throttled<>(retryAfter);
      default -> new Outcome.Unavailable<>(endpoint + ": HTTP " + reply.status(), retryAfter);
    };
  }

  /** A reply that cannot be read: an outage, never a miss. */
  static <T> Outcome.Failure<T> nonsense(String cause) {
    return new Outcome.Unavailable<>(cause, null);
  }
}
