package io.linernotes.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.contract.ApiContract;
import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.Song;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every described route answers as described. */
@ExtendWith(SharedService.class)
class EveryRouteTest {

  private static final String TRACKS =
      "{\"tracks\":[{\"isrc\":\"%s\",\"duration_ms\":null}],\"include\":[\"deezer\"]}";

  private final ApiContract contract = ApiContract.ofTheApi();
  private final List<String> answered = new ArrayList<>();
  private final RunningService service;

  EveryRouteTest(RunningService service) {
    this.service = service;
  }

  @Test
  void everyRouteAnswersAsDescribed() throws IOException, InterruptedException {
    Song song = service.songs(0, 1)[0];
    String track = song.spotifyId();
    String id = service.playlistOf(service.songs(0, 3));
    String playlist = "/v1/playlists/" + id;
    String[] patient = {"Prefer", "wait=20"};
    String[] admin = {"x-api-key", "local-admin"};

    get(200, "/");
    get(200, "/console/main.js");
    get(200, "/openapi.json");
    get(200, "/llms.txt");
    get(405, "/mcp");
    post(200, "/mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
    post(202, "/mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    get(202, playlist + "/analysis");
    get(200, playlist + "/analysis?include=deezer,artists&offset=1&limit=2", patient);
    get(200, playlist + "/analysis?view=mix&limit=2", patient);
    for (String suffix : List.of(".csv", ".m3u8", ".rekordbox.xml")) {
      get(200, playlist + "/analysis" + suffix + "?include=deezer&limit=2", patient);
      post(200, "/v1/tracks/enrichment" + suffix, TRACKS.formatted(song.isrc()), patient);
    }
    get(200, playlist, patient);
    get(200, playlist + "/tracks?offset=1&limit=1", patient);
    get(200, "/v1/tracks/" + track + "?include=lastfm", patient);
    post(200, playlist + "/order?limit=3", "{\"arc\":\"wave\"}", patient);
    post(
        200,
        "/v1/tracks/order",
        TRACKS.formatted(song.isrc()).replace(",\"include\":[\"deezer\"]", ""),
        patient);
    get(
        200,
        "/v1/transitions?from=" + track + "&to=" + service.songs(1, 2)[0].spotifyId(),
        patient);
    get(200, "/v1/artists/AC/DC", patient);
    get(200, "/v1/search?q=daft%20punk&limit=3", patient);
    get(200, "/v1/recommendations?seed_tracks=" + track + "&limit=2", patient);
    get(200, "/v1/status");
    post(200, "/v1/tracks/enrichment", TRACKS.formatted(song.isrc()), patient);
    post(202, "/v1/warmups", "{\"playlists\":[\"" + id + "\"]}");
    post(202, playlist + "/events", "{\"type\":\"tracks_added\"}");
    service.awaitQuiet();
    get(200, "/v1/cache/spotify:playlist:" + id, admin);
    post(202, "/v1/cache/invalidations", "{\"playlist_id\":\"" + id + "\"}", admin);
    delete(200, "/v1/cache/bpm:" + track, admin);
    String session = signedIn();
    get(200, "/v1/me", "x-session", session, "Prefer", "wait=20");
    delete(204, "/v1/session", "x-session", session);

    assertThat(answered).containsAll(contract.operations());
  }

  /** Signs in as a browser that Spotify redirects back at once. */
  private String signedIn() throws IOException, InterruptedException {
    Reply away = get(302, "/v1/auth/spotify");
    String cookie = away.header("Set-Cookie").replaceAll(";.*", "");
    URI back = redirected(URI.create(away.header("Location")));
    Reply here = get(200, back.getRawPath() + "?" + back.getRawQuery(), "Cookie", cookie);
    return here.json().path("session").asText();
  }

  private static URI redirected(URI spotify) throws IOException, InterruptedException {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      return browser
          .send(HttpRequest.newBuilder(spotify).build(), BodyHandlers.discarding())
          .headers()
          .firstValue("Location")
          .map(URI::create)
          .orElseThrow();
    }
  }

  private Reply get(int status, String path, String... headers) {
    return answered("GET", path, status, service.get(path, headers));
  }

  private void post(int status, String path, String body, String... headers) {
    answered("POST", path, status, service.post(path, body, headers));
  }

  private void delete(int status, String path, String... headers) {
    answered("DELETE", path, status, service.delete(path, headers));
  }

  private Reply answered(String method, String path, int status, Reply reply) {
    assertThat(reply.status())
        .as("%s %s: %s", method, path, reply.response().body())
        .isEqualTo(status);
    answered.add(contract.operation(method, URI.create(path).getRawPath()));
    return reply;
  }
}
