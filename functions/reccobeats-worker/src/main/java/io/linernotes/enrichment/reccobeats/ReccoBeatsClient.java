package io.linernotes.enrichment.reccobeats;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.HttpReply;
import io.linernotes.http.ProviderHttp;
import io.linernotes.json.Json;
import io.linernotes.task.Task;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.BatchResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * ReccoBeats (https://reccobeats.com/docs), which tells audio features without a key. It publishes
 * no number of calls that it allows, but says 429 with a Retry-After. No method throws.
 */
public final class ReccoBeatsClient {

  private static final String FEATURES = "audio-features";

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
   * {@code GET /audio-features?ids=}, 40 ids to a call: it drops more without a word. Missing is
   * what the reply leaves out.
   */
  public BatchResult<AudioFeatures> audioFeatures(List<SpotifyId> ids) {
    return BatchResult.inBatches(ids, Task.FetchReccoBeatsFeatures.MOST, this::batch);
  }

  private Outcome<Map<SpotifyId, AudioFeatures>> batch(List<SpotifyId> ids) {
    String query = ids.stream().map(SpotifyId::value).collect(Collectors.joining(","));
    URI uri = URI.create(base + "/audio-features?ids=" + query);
    return http.send(HttpCall.get(FEATURES, uri))
        .then(ReccoBeatsClient::read)
        .then(body -> FeaturesReply.features(body, ids));
  }

  /** The reply's JSON. No status but 200 says anything about a track, 404 neither. */
  private static Outcome<Json> read(HttpReply reply) {
    @Nullable Duration retryAfter = reply.retryAfter().orElse(null);
    return switch (reply.status()) {
      case 200 ->
          reply
              .json()
              .<Outcome<Json>>map(Outcome.Found::new)
              .orElseGet(() -> nonsense("HTTP 200 without JSON"));
      case 429 -> new Outcome.Throttled<>(retryAfter);
      default -> new Outcome.Unavailable<>(FEATURES + ": HTTP " + reply.status(), retryAfter);
    };
  }

  /** A reply that is none. */
  static <T> Outcome<T> nonsense(String cause) {
    return new Outcome.Unavailable<>(FEATURES + ": " + cause, null);
  }
}
