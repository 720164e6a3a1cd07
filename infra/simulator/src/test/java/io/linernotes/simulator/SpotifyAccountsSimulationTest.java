package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SpotifyAccountsSimulationTest {
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final MovableClock clock = new MovableClock();

  @AutoClose
  private final Simulator simulator =
      Simulator.start(SimulatorOptions.unhurried().withClock(clock));

  private final Caller anyone = Caller.of(simulator.spotifyAccountsUrl());

  @Test
  void givesApplicationsATokenForAnHour() throws Exception {
    JsonNode issued =
        client("id", "secret").post("/api/token", "grant_type=client_credentials").json();
    Caller spotify =
        Caller.withToken(simulator.spotifyApiUrl(), issued.get("access_token").textValue());

    assertThat(issued.get("expires_in").intValue()).isEqualTo(3600);
    assertThat(spotify.get("/tracks/generatedTrack00000001").status()).isEqualTo(200);

    clock.advance(Duration.ofHours(1));
    assertThat(spotify.get("/me").at("/error/message").textValue())
        .isEqualTo("The access token expired");
  }

  @Test
  void refusesInvalidClients() throws Exception {
    Caller.Answer answer =
        client("id", "invalid").post("/api/token", "grant_type=client_credentials");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error").textValue()).isEqualTo("invalid_client");
  }

  @Test
  void tradesACodeForAUsersToken() throws Exception {
    JsonNode issued =
        anyone
            .post("/api/token", redemption(code("&code_challenge=" + CHALLENGE), VERIFIER))
            .json();
    Caller spotify =
        Caller.withToken(simulator.spotifyApiUrl(), issued.get("access_token").textValue());

    assertThat(spotify.get("/me").at("/id").textValue()).isEqualTo("linernotes-dj");
    assertThat(issued.get("scope").textValue()).isEqualTo("playlist-read-private");
  }

  @Test
  void aCodeIsGoodOnce() throws Exception {
    String redemption = redemption(code("&code_challenge=" + CHALLENGE), VERIFIER);

    assertThat(anyone.post("/api/token", redemption).status()).isEqualTo(200);
    assertThat(anyone.post("/api/token", redemption).at("/error").textValue())
        .isEqualTo("invalid_grant");
  }

  @Test
  void refusesTheWrongVerifier() throws Exception {
    String redemption = redemption(code("&code_challenge=" + CHALLENGE), "another");

    assertThat(anyone.post("/api/token", redemption).status()).isEqualTo(400);
  }

  @Test
  void aPublicClientGetsANewRefreshTokenEachTime() throws Exception {
    String first =
        anyone
            .post("/api/token", redemption(code("&code_challenge=" + CHALLENGE), VERIFIER))
            .at("/refresh_token")
            .textValue();
    String refresh = "grant_type=refresh_token&client_id=id&refresh_token=";

    JsonNode renewed = anyone.post("/api/token", refresh + first).json();

    assertThat(renewed.get("refresh_token").textValue()).isNotEqualTo(first);
    assertThat(anyone.post("/api/token", refresh + first).at("/error").textValue())
        .isEqualTo("invalid_grant");
  }

  @Test
  void sendsBackTheState() throws Exception {
    assertThat(authorize("https://app.example/back", "").header("Location"))
        .startsWith("https://app.example/back?code=")
        .endsWith("&state=s%2F1");
    assertThat(authorize("http://localhost/back", "").status()).isEqualTo(400);
    assertThat(authorize("http://127.0.0.1:8080/back", "").status()).isEqualTo(302);
  }

  private String code(String more) throws Exception {
    String location = authorize("https://app.example/back", more).header("Location");
    return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
  }

  private Caller.Answer authorize(String redirect, String more) throws Exception {
    return anyone.get(
        "/authorize?client_id=id&response_type=code&scope=playlist-read-private&state=s%%2F1"
            + "&redirect_uri=%s"
            + more,
        redirect);
  }

  private static String redemption(String code, String verifier) {
    return "grant_type=authorization_code&client_id=id&redirect_uri=https%3A%2F%2Fapp.example%2Fback"
        + "&code="
        + code
        + "&code_verifier="
        + verifier;
  }

  private Caller client(String id, String secret) {
    byte[] credentials = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    String basic = "Basic " + Base64.getEncoder().encodeToString(credentials);
    return new Caller(simulator.spotifyAccountsUrl(), "Authorization", basic);
  }
}
