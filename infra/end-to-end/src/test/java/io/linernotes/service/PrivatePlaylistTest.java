package io.linernotes.service;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.Playlist;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.simulator.Song;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users sign in to see private playlists, which no other user can see. */
class PrivatePlaylistTest {

  private static final String OWNER = "linernotes-dj";
  private static final String STRANGER = "crate-digger";
  private static final String NAME = "Songs for nobody else";
  private static final AtomicInteger ORDINAL = new AtomicInteger();
  private static final List<String> SECRETS = Collections.synchronizedList(new ArrayList<>());
  private static LogLines logs;

  private static RunningService service;
  private static HttpClient browser;

  /** The cookie that the service set when the latest sign-in began. */
  private static String cookie = "";

  @BeforeAll
  static void start() {
    logs = LogLines.listening();
    service = RunningService.unhurried(SimulatorOptions.defaults());
    browser = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    logs.close();
    browser.close();
    service.close();
  }

  @Test
  void isAnalysedInItsOwnersSession() throws Exception {
    String playlist = privatePlaylist(3);
    String session = signedIn(OWNER);

    Reply reply = service.get(analysis(playlist), "x-session", session, "Prefer", "wait=25");

    assertThat(reply.json().at("/playlist/name").textValue()).isEqualTo(NAME);
    assertThat(reply.json().at("/playlist/total_tracks").intValue()).isEqualTo(3);
    assertThat(reply.json().get("tracks")).hasSize(3);
  }

  @Test
  void isAnalysedWholeHoweverLongItIs() throws Exception {
    String playlist = privatePlaylist(230);
    String session = signedIn(OWNER);

    Reply reply = whole(playlist, session);
    for (int i = 0; i < 20 && missing(reply) > 0; i++) {
      reply = whole(playlist, session);
    }

    assertThat(missing(reply)).isZero();
  }

  private static Reply whole(String playlist, String session) {
    return service.get(analysis(playlist) + "&limit=500", "x-session", session, "Prefer", "wait=1");
  }

  private static int missing(Reply reply) {
    return 230 - reply.json().path("tracks").size();
  }

  @Test
  void isThereForNobodyElse() throws Exception {
    String playlist = privatePlaylist(3);
    assertIsHidden(playlist);

    String session = signedIn(OWNER);
    service.get(analysis(playlist), "x-session", session, "Prefer", "wait=25");

    assertIsHidden(playlist);
  }

  private static void assertIsHidden(String playlist) throws Exception {
    Reply anonymous = service.get(analysis(playlist), "Prefer", "wait=10");
    Reply stranger =
        service.get(analysis(playlist), "x-session", signedIn(STRANGER), "Prefer", "wait=10");

    for (Reply reply : List.of(anonymous, stranger)) {
      assertThat(reply.status()).isIn(403, 404);
      assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(reply.response().body()).contains("/v1/auth/spotify").doesNotContain(NAME);
    }
  }

  @Test
  void stillOpensAfterTheAccessTokenHasExpired() throws Exception {
    String playlist = privatePlaylist(2);
    String session = signedIn(OWNER);
    service.simulator().expireTokens();
    service.simulator().reset();

    Reply reply = service.get(analysis(playlist), "x-session", session, "Prefer", "wait=25");

    assertThat(reply.json().at("/playlist/name").textValue()).isEqualTo(NAME);
  }

  @Test
  void asksToSignInAgainAfterTheConsentWasTakenBack() throws Exception {
    String playlist = privatePlaylist(2);
    String session = signedIn(OWNER);
    service.simulator().revokeConsents();
    service.simulator().expireTokens();

    Reply reply = service.get(analysis(playlist), "x-session", session, "Prefer", "wait=25");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().get("detail").textValue()).contains("sign in again");
    assertThat(service.get(analysis(playlist), "x-session", session).status()).isEqualTo(401);
  }

  @Test
  void isClosedOnceTheSessionHasEnded() throws Exception {
    String playlist = privatePlaylist(2);
    String session = signedIn(OWNER);
    service.get(analysis(playlist), "x-session", session);

    assertThat(service.delete("/v1/session", "x-session", session).status()).isEqualTo(204);

    Reply reply = service.get(analysis(playlist), "x-session", session);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.response().body()).doesNotContain(NAME);
    assertThat(service.delete("/v1/session", "x-session", session).status()).isEqualTo(401);
    assertThat(service.get("/v1/me", "x-session", session).status()).isEqualTo(401);
  }

  @Test
  void opensForNoTokenThatWasNotGiven() throws Exception {
    String session = signedIn(OWNER);
    String tampered = (session.charAt(0) == 'A' ? 'B' : 'A') + session.substring(1);

    for (String token : List.of(tampered, "", "null", session + "A", "f".repeat(64))) {
      Reply reply = service.get(analysis(privatePlaylist(1)), "x-session", token);
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.json().get("field").textValue()).isEqualTo("x-session");
    }
  }

  @Test
  void aPublicPlaylistIsSharedWhoeverAskedForIt() throws Exception {
    String playlist = id();
    service.simulator().setPlaylist(Playlist.of(playlist, "For all", songs(2)));
    String session = signedIn(OWNER);
    service.get(analysis(playlist), "x-session", session, "Prefer", "wait=25");
    service.simulator().reset();

    Reply reply = service.get(analysis(playlist));

    assertThat(reply.json().at("/playlist/name").textValue()).isEqualTo("For all");
    assertThat(service.simulator().report().of(Provider.SPOTIFY).callsByEndpoint())
        .doesNotContainKey("GET /playlists/{id}");
  }

  @Test
  void isOverOnceAnybodySaysThatItChanged() throws Exception {
    String playlist = privatePlaylist(2);
    String untouched = privatePlaylist(2);
    String session = signedIn(OWNER);
    service.get(analysis(playlist), "x-session", session, "Prefer", "wait=25");
    Playlist open = Playlist.of(playlist, NAME, songs(3));
    service
        .simulator()
        .setPlaylist(new Playlist(playlist, NAME, "", OWNER, false, open.entries(), 2));

    Reply told = service.post(events(playlist), "{\"type\":\"updated\"}");
    Reply elsewhere = service.post(events(untouched), "{\"type\":\"updated\"}");
    Reply reply = service.get(analysis(playlist), "x-session", session, "Prefer", "wait=25");

    assertThat(told.response().body())
        .as("says nothing about whose copies there are")
        .isEqualTo(elsewhere.response().body().replace(untouched, playlist));
    assertThat(reply.json().at("/playlist/total_tracks").intValue()).isEqualTo(3);
    assertThat(reply.json().get("tracks")).hasSize(3);
  }

  private static String events(String playlist) {
    return "/v1/playlists/" + playlist + "/events";
  }

  @Test
  void staysWithItsOwnerAfterOneOfTwoSessionsHasEnded() throws Exception {
    String playlist = privatePlaylist(2);
    String one = signedIn(OWNER);
    String other = signedIn(OWNER);
    service.get(analysis(playlist), "x-session", one, "Prefer", "wait=25");
    service.awaitQuiet();
    service.simulator().reset();

    assertThat(service.delete("/v1/session", "x-session", one).status()).isEqualTo(204);

    Reply reply = service.get(analysis(playlist), "x-session", other);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/playlist/name").textValue()).isEqualTo(NAME);
    assertThat(service.simulator().report().calls(Provider.SPOTIFY)).isZero();
    assertThat(service.get(analysis(playlist), "x-session", one).status()).isEqualTo(401);
    assertThat(service.stores().keys("user:"))
        .filteredOn(key -> key.endsWith(":spotify:user:" + OWNER))
        .allMatch(
            key -> service.get("/v1/cache/" + key, "x-api-key", "local-admin").status() == 404);
    assertThat(
            service
                .get("/v1/me", "x-session", other, "Prefer", "wait=25")
                .json()
                .at("/user/id")
                .textValue())
        .isEqualTo(OWNER);
  }

  @Test
  void leavesNoTraceWhereOthersLook() throws Exception {
    String playlist = privatePlaylist(3);
    String session = signedIn(OWNER);
    for (int i = 0; i < 30; i++) {
      service.get(analysis(playlist), "x-session", session, "Prefer", "wait=25");
    }
    service.awaitQuiet();

    assertThat(service.stores().keys("")).isNotEmpty();
    assertThat(service.stores().keys(""))
        .filteredOn(key -> key.contains(playlist))
        .isNotEmpty()
        .allMatch(key -> key.startsWith("user:"));
    assertThat(service.stores().contents("demand:")).doesNotContain(playlist);
    assertThat(service.get("/v1/status").response().body())
        .doesNotContain(playlist)
        .doesNotContain(NAME);
    String stranger = signedIn(STRANGER);
    String place = "/v1/playlists/" + playlist;
    for (String path :
        List.of(place, place + "/tracks", place + "/analysis", "/v1/search?q=nobody%20else")) {
      for (String[] who : new String[][] {{}, {"x-session", stranger}}) {
        String[] headers = java.util.Arrays.copyOf(who, who.length + 2);
        headers[who.length] = "Prefer";
        headers[who.length + 1] = "wait=10";
        assertThat(service.get(path, headers).response().body()).doesNotContain(NAME);
      }
    }
    for (String key : service.stores().keys("user:")) {
      assertThat(service.get("/v1/cache/" + key, "x-api-key", "local-admin").response().body())
          .as("not even to an administrator")
          .doesNotContain(NAME);
    }
    assertThat(
            service.post("/v1/warmups", "{\"playlists\":[\"" + playlist + "\"]}").response().body())
        .doesNotContain(NAME);
    assertThat(service.runSchedule("WarmerFunction")).doesNotContain(playlist);
  }

  @Test
  void tellsUsersWhoTheyAre() throws Exception {
    JsonNode owner = service.get("/v1/me", "x-session", signedIn(OWNER)).json();
    JsonNode stranger = service.get("/v1/me", "x-session", signedIn(STRANGER)).json();

    assertThat(owner.at("/user/id").textValue()).isEqualTo(OWNER);
    assertThat(stranger.at("/user/id").textValue()).isEqualTo(STRANGER);
    assertThat(service.get("/v1/me").status()).isEqualTo(401);
  }

  @Test
  void aSignInIsCompletedOnce() throws Exception {
    URI back = backFromSpotify(OWNER);
    assertThat(open(back).statusCode()).isEqualTo(200);

    HttpResponse<String> replayed = open(back);

    assertThat(replayed.statusCode()).isEqualTo(400);
    assertThat(replayed.body()).contains("\"field\":\"state\"");
  }

  @Test
  void aSignInIsCompletedWithItsOwnStateAlone() throws Exception {
    URI back = backFromSpotify(OWNER);
    String another =
        back.toString()
            .replaceAll("state=(.)", "state=" + (back.toString().contains("state=_") ? "A" : "_"));

    for (String url :
        List.of(another, back.toString().replaceAll("&?state=[^&]*", ""), callback(""))) {
      assertThat(open(URI.create(url)).statusCode()).isEqualTo(400);
    }
    assertThat(open(URI.create(back.toString().replaceAll("code=[^&]*&", ""))).statusCode())
        .isEqualTo(400);
    assertThat(open(back).statusCode()).isEqualTo(200);
  }

  @Test
  void aSignInThatWasDeclinedSaysSo() throws Exception {
    String back = backFromSpotify(OWNER).toString();
    URI declined = URI.create(back.replaceAll("code=[^&]*", "error=access_denied"));

    assertThat(open(declined).statusCode()).isEqualTo(403);
    assertThat(open(URI.create(back)).statusCode()).isEqualTo(400);
  }

  @Test
  void aSignInIsCompletedInTheBrowserThatBeganItAlone() throws Exception {
    URI back = backFromSpotify(OWNER);
    String own = cookie;
    cookie = "";
    HttpResponse<String> elsewhere = open(back);
    cookie = own;

    assertThat(elsewhere.statusCode()).isEqualTo(400);
    assertThat(elsewhere.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(elsewhere.body()).contains("\"field\":\"Cookie\"").contains("/v1/auth/spotify");
    assertThat(open(back).body()).as("over").contains("\"field\":\"state\"");
  }

  @Test
  void usersAreSentNowhereElse() throws Exception {
    HttpResponse<String> reply =
        open(URI.create(service.url() + "/v1/auth/spotify?return_to=https://evil.example"));

    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body()).contains("return_to");
  }

  /** By now the other tests have logged; if none has run, this test's own sign-in has. */
  @Test
  void noLogTellsASecretOrAPrivateName() throws Exception {
    String playlist = privatePlaylist(3);
    String session = signedIn(OWNER);
    service.simulator().expireTokens();
    service.get(analysis(playlist), "x-session", session, "Prefer", "wait=25");
    service.get(analysis(playlist), "x-session", "tampered");

    assertThat(SECRETS).isNotEmpty();
    assertThat(logs.all()).isNotEmpty();
    String all = logs.all().stream().map(LogLines.Line::text).collect(joining("\n"));
    assertThat(SECRETS).allSatisfy(secret -> assertThat(all).doesNotContain(secret));
    assertThat(all)
        .doesNotContain(NAME)
        .doesNotContain("user-access-")
        .doesNotContain("refresh-")
        .doesNotContain("test-secret");
  }

  /** Follows the redirects by hand, as a browser without a key would. */
  private static String signedIn(String user) throws Exception {
    HttpResponse<String> reply = open(backFromSpotify(user));
    assertThat(reply.statusCode()).isEqualTo(200);
    String session = reply.body().replaceAll(".*\"session\":\"([^\"]*)\".*", "$1");
    SECRETS.add(session);
    return session;
  }

  private static URI backFromSpotify(String user) throws Exception {
    HttpResponse<String> away = open(URI.create(service.url() + "/v1/auth/spotify"));
    assertThat(away.statusCode()).isEqualTo(302);
    cookie = away.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    SECRETS.add(cookie.substring(cookie.indexOf('=') + 1));
    URI spotify = URI.create(location(away) + "&login_hint=" + user);
    assertThat(spotify.getQuery())
        .contains("code_challenge_method=S256")
        .contains("scope=playlist-read-private");
    String back = location(open(spotify));
    assertThat(back).startsWith(callback(""));
    SECRETS.add(back.replaceAll(".*code=([^&]*).*", "$1"));
    SECRETS.add(back.replaceAll(".*state=([^&]*).*", "$1"));
    return URI.create(back);
  }

  private static String callback(String query) {
    return service.url() + "/v1/auth/spotify/callback" + query;
  }

  private static String location(HttpResponse<String> reply) {
    return reply.headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<String> open(URI uri) throws Exception {
    String ours = service.url().toString();
    if (uri.toString().startsWith(ours)) {
      return service
          .getWithoutKey(uri.toString().substring(ours.length()), "Cookie", cookie)
          .response();
    }
    return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static String analysis(String playlist) {
    return "/v1/playlists/" + playlist + "/analysis?include=deezer";
  }

  private static String privatePlaylist(int tracks) {
    Playlist open = Playlist.of(id(), NAME, songs(tracks));
    service
        .simulator()
        .setPlaylist(
            new Playlist(open.id(), NAME, "", OWNER, false, open.entries(), open.version()));
    return open.id();
  }

  private static List<Song> songs(int number) {
    List<Song> all = service.simulator().catalogue().songs();
    return IntStream.range(0, number).mapToObj(i -> all.get(i % all.size())).toList();
  }

  private static String id() {
    return "privateTestList%07d".formatted(ORDINAL.incrementAndGet());
  }
}
