package io.linernotes.api;

import io.linernotes.api.exchange.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The routes, each a method and a path pattern of API Gateway. */
enum Route {
  ANALYZE_PLAYLIST("GET", "/v1/playlists/{playlist_id}/analysis"),
  ANALYZE_PLAYLIST_CSV("GET", "/v1/playlists/{playlist_id}/analysis.csv"),
  ANALYZE_PLAYLIST_M3U8("GET", "/v1/playlists/{playlist_id}/analysis.m3u8"),
  ANALYZE_PLAYLIST_REKORDBOX("GET", "/v1/playlists/{playlist_id}/analysis.rekordbox.xml"),
  LIST_PLAYLIST_TRACKS("GET", "/v1/playlists/{playlist_id}/tracks"),
  GET_PLAYLIST("GET", "/v1/playlists/{playlist_id}"),
  ORDER_PLAYLIST("POST", "/v1/playlists/{playlist_id}/order"),
  TELL_PLAYLIST_EVENT("POST", "/v1/playlists/{playlist_id}/events"),
  GET_TRACK("GET", "/v1/tracks/{track_id}"),
  ENRICH_TRACKS("POST", "/v1/tracks/enrichment"),
  ENRICH_TRACKS_CSV("POST", "/v1/tracks/enrichment.csv"),
  ENRICH_TRACKS_M3U8("POST", "/v1/tracks/enrichment.m3u8"),
  ENRICH_TRACKS_REKORDBOX("POST", "/v1/tracks/enrichment.rekordbox.xml"),
  ORDER_TRACKS("POST", "/v1/tracks/order"),
  GET_TRANSITION("GET", "/v1/transitions"),
  GET_ARTIST("GET", "/v1/artists/{name+}"),
  SEARCH_TRACKS("GET", "/v1/search"),
  GET_RECOMMENDATIONS("GET", "/v1/recommendations"),
  GET_PROFILE("GET", "/v1/me"),
  BEGIN_SIGN_IN("GET", "/v1/auth/spotify"),
  COMPLETE_SIGN_IN("GET", "/v1/auth/spotify/callback"),
  END_SESSION("DELETE", "/v1/session"),
  GET_STATUS("GET", "/v1/status"),
  WARM("POST", "/v1/warmups"),
  INVALIDATE("POST", "/v1/cache/invalidations"),
  SHOW_ENTRY("GET", "/v1/cache/{key+}"),
  REMOVE_ENTRY("DELETE", "/v1/cache/{key+}"),
  DESCRIBE("GET", "/openapi.json"),
  SHOW_CONSOLE("GET", "/"),
  GET_CONSOLE_FILE("GET", "/console/{file}"),
  DESCRIBE_TO_MODELS("GET", "/llms.txt"),
  CALL_TOOL("POST", "/mcp"),
  OPEN_TOOL_STREAM("GET", "/mcp");

  private final String method;
  private final String path;

  Route(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** The route of a request; empty if no route has its method and path. */
  static Optional<Route> of(Request request) {
    return at(request.resource())
        .filter(route -> route.method.equals(request.method()))
        .findFirst();
  }

  /** The methods that a path has routes for. */
  static List<String> methods(String path) {
    return at(path).map(route -> route.method).toList();
  }

  private static Stream<Route> at(String path) {
    return Stream.of(values()).filter(route -> route.path.equals(path));
  }
}
