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
import java.util.List;

/** Answers every route of the API. */
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
   * Answers a request: 404 if no route has its path, 405 if its path has other methods.
   *
   * @param latest when the answer must be ready
   */
  Answer answer(Request request, Instant latest) {
    return Route.of(request)
        .map(route -> answer(route, request, latest))
        .orElseGet(() -> noRoute(request));
  }

  private Answer answer(Route route, Request request, Instant latest) {
    return switch (route) {
      case ANALYZE_PLAYLIST,
          ANALYZE_PLAYLIST_CSV,
          ANALYZE_PLAYLIST_M3U8,
          ANALYZE_PLAYLIST_REKORDBOX ->
          playlists.analysis(request, latest);
      case LIST_PLAYLIST_TRACKS -> playlists.entries(request, latest);
      case GET_PLAYLIST -> records.playlist(request, latest);
      case ORDER_PLAYLIST -> playlists.order(request, latest);
      case TELL_PLAYLIST_EVENT -> cache.event(request);
      case GET_TRACK -> tracks.track(request, latest);
      case ENRICH_TRACKS, ENRICH_TRACKS_CSV, ENRICH_TRACKS_M3U8, ENRICH_TRACKS_REKORDBOX ->
          tracks.enrichment(request, latest);
      case ORDER_TRACKS -> tracks.order(request, latest);
      case GET_TRANSITION -> tracks.transition(request, latest);
      case GET_ARTIST -> records.artist(request, latest);
      case SEARCH_TRACKS -> records.search(request, latest);
      case GET_RECOMMENDATIONS -> records.recommendations(request, latest);
      case GET_PROFILE -> records.profile(request, latest);
      case BEGIN_SIGN_IN -> signIn.begin(request);
      case COMPLETE_SIGN_IN -> signIn.callback(request);
      case END_SESSION -> signIn.end(request);
      case GET_STATUS -> Answer.json(200, PlainFormat.text(status.at(clock.instant())));
      case WARM -> cache.warmup(request);
      case INVALIDATE -> cache.invalidations(request);
      case SHOW_ENTRY -> cache.show(request);
      case REMOVE_ENTRY -> cache.remove(request);
      case DESCRIBE -> about.description(request);
      case SHOW_CONSOLE -> about.console(request);
      case GET_CONSOLE_FILE -> about.consoleFile(request);
      case DESCRIBE_TO_MODELS -> about.llms(request);
      case CALL_TOOL -> mcp.post(request, latest);
      case OPEN_TOOL_STREAM -> mcp.get();
    };
  }

  private static Answer noRoute(Request request) {
    List<String> methods = Route.methods(request.resource());
    if (methods.isEmpty()) {
      return Answer.of(
          Problem.notFound(
              "path", "There is no such route: /openapi.json describes those that exist."));
    }
    String allowed = String.join(", ", methods);
    return Answer.of(Problem.methodNotAllowed("This path has no such method: use " + allowed + "."))
        .with("Allow", allowed);
  }

  /** Reads the real table and queues once, to load the classes for TLS connections. */
  void touch() {
    var _ = status.at(clock.instant());
  }
}
