package io.linernotes.api;

import io.linernotes.cache.CacheInspector;
import io.linernotes.cache.StoredRecord;
import io.linernotes.invalidation.CacheInvalidation;
import io.linernotes.invalidation.Invalidated;
import io.linernotes.invalidation.Invalidation;
import io.linernotes.invalidation.NamedKey;
import io.linernotes.json.PlainFormat;
import io.linernotes.json.StoredRecordFormat;
import io.linernotes.json.WarmingFormat;
import io.linernotes.planning.RequestContext;
import io.linernotes.session.Viewer;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import io.linernotes.warming.CacheWarmer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routes that change or show the cache itself: events, invalidations, warmups. */
final class CacheRoutes {

  /** Who it is that asks. */
  interface Viewers {
    /** The signed-in user who makes the request; null if nobody has signed in. */
    @Nullable Viewer of(Request request);
  }

  private final CacheInvalidation invalidation;
  private final CacheWarmer warmer;
  private final CacheInspector inspector;
  private final Viewers viewers;
  private final InstantSource clock;

  CacheRoutes(
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

  /** Answers a request, if it is to one of these routes. */
  Optional<Answer> answer(Request request) {
    return switch (request.route()) {
      case "POST /v1/playlists/{playlist_id}/events" -> Optional.of(event(request));
      case "POST /v1/cache/invalidations" -> Optional.of(invalidations(request));
      case "POST /v1/warmups" -> Optional.of(warmup(request));
      case "GET /v1/cache/{key+}" -> Optional.of(look(request));
      case "DELETE /v1/cache/{key+}" -> Optional.of(bust(request));
      default -> Optional.empty();
    };
  }

  private Answer event(Request request) {
    SpotifyId playlist = request.spotifyId("playlist_id");
    PlaylistEvent event = PlaylistEvent.parse(request.body());
    Invalidation what = Invalidation.ofPlaylist(playlist).seenBy(viewers.of(request));
    Instant now = clock.instant();
    return switch (event) {
      case DELETED -> answer(202, invalidation.remove(what, now));
      case CREATED, UPDATED, TRACKS_ADDED, TRACKS_REMOVED ->
          answer(202, invalidation.refresh(what, Routes.requestContext(request, playlist), now));
    };
  }

  private Answer invalidations(Request request) {
    Invalidation what = InvalidationRequest.parse(request.body());
    RequestContext requestContext =
        new RequestContext(request.correlationId(), request.correlationId());
    return answer(202, invalidation.refresh(what, requestContext, clock.instant()));
  }

  private static Answer answer(int status, Invalidated done) {
    Map<String, Integer> onItsWay = new LinkedHashMap<>();
    done.onItsWay().forEach((provider, tasks) -> onItsWay.put(provider.id(), tasks));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("invalidated", done.keys());
    fields.put("on_its_way", onItsWay);
    return Answer.json(status, PlainFormat.text(fields));
  }

  private Answer warmup(Request request) {
    var targets = WarmupRequest.parse(request.body());
    return Answer.json(
        202, WarmingFormat.text(warmer.warm(targets, request.correlationId(), clock.instant())));
  }

  private Answer look(Request request) {
    String key = request.path("key");
    Instant now = clock.instant();
    return inspector
        .look(key)
        .filter(stored -> stored.isPresent(now))
        .map(stored -> NamedKey.isUsersOwn(key) ? stored.withoutBody() : stored)
        .map(stored -> shown(stored, now))
        .orElseGet(
            () ->
                Answer.of(
                    Problem.notFound(
                        "key",
                        "The cache holds nothing under "
                            + Names.abbreviated(key)
                            + ": check the key, and that % in it is sent as %25 and / as %2F.")));
  }

  private static Answer shown(StoredRecord stored, Instant now) {
    return Answer.json(200, StoredRecordFormat.text(stored, now));
  }

  /** What is taken out by hand stays out until it is asked for. */
  private Answer bust(Request request) {
    NamedKey key = InvalidationRequest.key(request.path("key"), "key");
    return answer(200, invalidation.remove(Invalidation.ofKey(key), clock.instant()));
  }
}
