package io.linernotes.session.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.session.Secret;
import io.linernotes.session.SpotifyReply;
import io.linernotes.session.SpotifySignIn.Tokens;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpotifyOAuthTest {

  private static final Secret VERIFIER = new Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  private static final Secret STATE = new Secret("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  private static final URI BACK = URI.create("http://127.0.0.1:8080/v1/auth/spotify/callback");

  private final ScriptedHttp http = new ScriptedHttp();
  private final SpotifyOAuth spotify = of("secret");

  private SpotifyOAuth of(@Nullable String secret) {
    return new SpotifyOAuth(
        http,
        new SpotifyApp(
            URI.create("https://accounts.example"),
            URI.create("https://api.example/v1"),
            "id",
            secret == null ? null : () -> secret),
        BACK);
  }

  @Test
  void sendsTheUserToSpotify() {
    assertThat(spotify.authorizeUrl(STATE, VERIFIER.challenge()))
        .hasToString(
            "https://accounts.example/authorize?client_id=id&response_type=code"
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fv1%2Fauth%2Fspotify%2Fcallback"
                + "&state="
                + STATE.value()
                + "&code_challenge_method=S256&code_challenge="
                + VERIFIER.challenge()
                + "&scope=playlist-read-private+playlist-read-collaborative");
  }

  @Test
  void exchangesTheCodeWithVerifierAndSecret() {
    http.replying(200, "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":3600}");

    assertThat(spotify.exchange("the code", VERIFIER))
        .isEqualTo(new SpotifyReply.Granted<>(new Tokens("a", "r", Duration.ofHours(1))));
    HttpCall call = http.calls().getFirst();
    assertThat(call.headers()).containsEntry("Authorization", "Basic aWQ6c2VjcmV0");
    assertThat(call.form())
        .contains("grant_type=authorization_code")
        .contains("code=the+code")
        .contains("code_verifier=" + VERIFIER.value());
  }

  @Test
  void needsNoSecret() {
    http.replying(200, "{\"access_token\":\"a\"}");

    assertThat(of(null).refresh("r"))
        .isEqualTo(new SpotifyReply.Granted<>(new Tokens("a", null, Duration.ofHours(1))));
    assertThat(http.calls().getFirst().headers()).isEmpty();
    assertThat(http.calls().getFirst().form()).contains("client_id=id").contains("refresh_token=r");
  }

  @Test
  void onlyAnInvalidGrantIsARefusal() {
    http.replying(400, "{\"error\":\"invalid_grant\",\"error_description\":\"revoked\"}");

    assertThat(spotify.refresh("r")).isEqualTo(new SpotifyReply.Refused<>());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | {\"error\":\"invalid_client\"} | renewal: HTTP 400 invalid_client",
        "429 | {} | renewal: HTTP 429",
        "503 | <html>r-secret</html> | renewal: HTTP 503",
        "200 | {\"error\":\"invalid_grant\"} | renewal: HTTP 200 without an answer",
        "200 | <html>r-secret</html> | renewal: HTTP 200 without an answer",
        "400 | {\"error\":\"r-secret r-secret\"} | renewal: HTTP 400",
        "401 | {\"error\":{\"status\":401}} | renewal: HTTP 401"
      })
  void everythingElseMayPass(int status, String body, String cause) {
    http.replying(status, body);

    assertThat(spotify.refresh("r-secret")).isEqualTo(new SpotifyReply.Unavailable<>(cause, null));
  }

  @Test
  void passesOnThatThereWasNoReply() {
    http.replying(new Outcome.Unavailable<>("renewal: ConnectException", null));

    assertThat(spotify.refresh("r"))
        .isEqualTo(new SpotifyReply.Unavailable<>("renewal: ConnectException", null));
  }

  @Test
  void readsAProfile() {
    http.replying(
        200,
        "{\"id\":\"dj\",\"account_id\":\"0c\",\"display_name\":\"DJ\",\"images\":[],"
            + "\"external_urls\":{\"spotify\":\"https://open.spotify.com/user/dj\"}}");

    assertThat(spotify.profile("a"))
        .isInstanceOfSatisfying(
            SpotifyReply.Granted.class,
            granted -> assertThat(granted.value()).hasFieldOrPropertyWithValue("accountId", "0c"));
    assertThat(http.calls().getFirst().headers()).containsEntry("Authorization", "Bearer a");
  }
}
