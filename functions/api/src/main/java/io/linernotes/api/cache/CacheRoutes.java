package io.linernotes.api.cache;

import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.cache.CacheInspector;
import io.linernotes.cache.StoredRecord;
import io.linernotes.invalidation.CacheInvalidation;
import io.linernotes.invalidation.Invalidated;
import io.linernotes.invalidation.Invalidation;
import io.linernotes.invalidation.NamedKey;
import io.linernotes.json.PlainFormat;
import io.linernotes.json.StoredRecordFormat;
import io.linernotes.json.WarmingFormat;
import io.linernotes.session.Scope;
import io.linernotes.session.Viewer;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import io.linernotes.warming.CacheWarmer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes that change or show the cache itself: events, invalidations, warmups, entries. */
public final class CacheRoutes {

  /** Finds the user on whose behalf a request is made. */
  public interface Viewers {
    /** The signed-in user; null if the request names no session. */
    @Nullable Viewer of(Request request);
  }

  private final CacheInvalidation invalidation;
  private final CacheWarmer warmer;
  private final CacheInspector inspector;
  private final Viewers viewers;
  private final InstantSource clock;

  /** Routes over the cache's own use cases. */
  public CacheRoutes(
      CacheInvalidation invalidation,
      CacheWarmer warmer,
      CacheInspector inspector,
      Viewers viewers,
      InstantSource clock) {
    this.invalidation = invalidation;
    this.warmer = warmer;
    this.inspector = inspector;
    this.viewers = viewers;
    this.clock = clock;
  }

  /** {@code POST /v1/playlists/{playlist_id}/events}. */
  public Answer event(Request request) {
    SpotifyId playlist = request.spotifyId("playlist_id");
    PlaylistEvent event = PlaylistEvent.parse(request.body());
    Invalidation what = Invalidation.ofPlaylist(playlist).seenBy(viewers.of(request));
    Instant now = clock.instant();
    return switch (event) {
      case DELETED -> answer(202, invalidation.remove(what, now));
      case CREATED, UPDATED, TRACKS_ADDED, TRACKS_REMOVED ->
          answer(202, invalidation.refresh(what, request.context(playlist), now));
    };
  }

  /** {@code POST /v1/cache/invalidations}. */
  public Answer invalidations(Request request) {
    Invalidation what = InvalidationRequest.parse(request.body());
    return answer(202, invalidation.refresh(what, request.context(), clock.instant()));
  }

  private static Answer answer(int status, Invalidated done) {
    Map<String, Integer> onItsWay = new LinkedHashMap<>();
    done.onItsWay().forEach((provider, tasks) -> onItsWay.put(provider.id(), tasks));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("invalidated", done.keys());
    fields.put("on_its_way", onItsWay);
    return Answer.json(status, PlainFormat.text(fields));
  }

  /** {@code POST /v1/warmups}. */
  public Answer warmup(Request request) {
    var targets = WarmupRequest.parse(request.body());
    return Answer.json(
        202, WarmingFormat.text(warmer.warm(targets, request.correlationId(), clock.instant())));
  }

  /** {@code GET /v1/cache/{key+}}. */
  public Answer show(Request request) {
    String key = InvalidationRequest.text(request.path("key"), "key");
    Instant now = clock.instant();
    return inspector
        .look(key)
        .filter(stored -> stored.isPresent(now))
        .map(stored -> Scope.isUsersOwn(key) ? stored.withoutBody() : stored)
        .map(stored -> encoded(stored, now))
        .orElseGet(
            () ->
                Answer.of(
                    Problem.notFound(
                        "key",
                        "The cache holds no entry "
                            + Names.abbreviated(key)
                            + ": check the key, and send a % in it as %25 and a / as %2F.")));
  }

  private static Answer encoded(StoredRecord stored, Instant now) {
    return Answer.json(200, StoredRecordFormat.text(stored, now));
  }

  /**
   * {@code DELETE /v1/cache/{key+}}: removes the entry without enqueueing a task; the next request
   * for it will.
   */
  public Answer remove(Request request) {
    NamedKey key = InvalidationRequest.key(request.path("key"), "key");
    return answer(200, invalidation.remove(Invalidation.ofKey(key), clock.instant()));
  }
}
