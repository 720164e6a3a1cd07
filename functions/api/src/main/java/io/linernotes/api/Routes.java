package io.linernotes.api;

import io.linernotes.api.about.AboutRoutes;
import io.linernotes.api.analysis.PlaylistRoutes;
import io.linernotes.api.analysis.TrackRoutes;
import io.linernotes.api.cache.CacheRoutes;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.api.mcp.McpRoutes;
import io.linernotes.api.record.RecordRoutes;
import io.linernotes.api.session.SignInRoutes;
import io.linernotes.json.PlainFormat;
import io.linernotes.status.StatusReport;
import java.time.Instant;
import java.time.InstantSource;

/** Every route of the API. API Gateway matches the path and hands over the route's pattern. */
record Routes(
    PlaylistRoutes playlists,
    TrackRoutes tracks,
    RecordRoutes records,
    CacheRoutes cache,
    SignInRoutes signIn,
    AboutRoutes about,
    McpRoutes mcp,
    StatusReport status,
    InstantSource clock) {

  /**
   * Answers a request.
   *
   * @param latest when the answer must be ready
   */
  Answer answer(Request request, Instant latest) {
    return switch (request.route()) {
      case "GET /v1/playlists/{playlist_id}/analysis" -> playlists.analysis(request, latest);
      case "GET /v1/playlists/{playlist_id}/tracks" -> playlists.entries(request, latest);
      case "GET /v1/playlists/{playlist_id}" -> records.playlist(request, latest);
      case "POST /v1/playlists/{playlist_id}/events" -> cache.event(request);
      case "GET /v1/tracks/{track_id}" -> tracks.track(request, latest);
      case "POST /v1/tracks/enrichment" -> tracks.enrichment(request, latest);
      case "GET /v1/artists/{name+}" -> records.artist(request, latest);
      case "GET /v1/search" -> records.search(request, latest);
      case "GET /v1/recommendations" -> records.recommendations(request, latest);
      case "GET /v1/me" -> records.profile(request, latest);
      case "GET /v1/auth/spotify" -> signIn.begin(request);
      case "GET /v1/auth/spotify/callback" -> signIn.callback(request);
      case "DELETE /v1/session" -> signIn.end(request);
      case "GET /v1/status" -> Answer.json(200, PlainFormat.text(status.at(clock.instant())));
      case "POST /v1/warmups" -> cache.warmup(request);
      case "POST /v1/cache/invalidations" -> cache.invalidations(request);
      case "GET /v1/cache/{key+}" -> cache.show(request);
      case "DELETE /v1/cache/{key+}" -> cache.remove(request);
      case "GET /openapi.json" -> about.description(request);
      case "GET /llms.txt" -> about.llms(request);
      case "POST /mcp" -> mcp.post(request, latest);
      case "GET /mcp" -> mcp.get();
      case "GET /" -> about.console(request);
      case "GET /console/{file}" -> about.consoleFile(request);
      default ->
          Answer.of(
              Problem.notFound(
                  "path", "There is no such route: /openapi.json describes those that exist."));
    };
  }

  /** Reads the real table and queues once, which loads the classes that TLS connections need. */
  void touch() {
    var _ = status.at(clock.instant());
  }
}
