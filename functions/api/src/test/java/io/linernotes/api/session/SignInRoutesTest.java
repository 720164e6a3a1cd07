package io.linernotes.api.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.config.Configuration;
import io.linernotes.json.Json;
import io.linernotes.session.FakeSpotify;
import io.linernotes.session.Profile;
import io.linernotes.session.Secret;
import io.linernotes.session.SignedInUser;
import io.linernotes.session.SpotifyReply;
import io.linernotes.time.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out, as browsers and applications do it. */
class SignInRoutesTest {

  private static final String BACK = "https://api.example/live/v1/auth/spotify/callback";
  private static final String APP = "https://app.example/player?tab=1";
  private static final Map<String, String> SET_UP =
      Map.of(
          "SPOTIFY_ACCOUNTS_URL", "https://accounts.example",
          "SPOTIFY_API_URL", "https://spotify.example/v1",
          "SPOTIFY_CLIENT_ID", "client",
          "SPOTIFY_REDIRECT_URI", BACK,
          "ALLOWED_RETURN_URLS", "https://other.example," + APP);

  private final MovableClock clock = MovableClock.atNoon();
  private final SignedInUser user = new SignedInUser(clock);
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final Sessions sessions = new Sessions(user.signIn, clock);
  private final SignInRoutes routes = routes(SET_UP);

  private SignInRoutes routes(Map<String, String> variables) {
    return new SignInRoutes(
        user.signIn, SignInSetup.from(Configuration.of(variables)), sessions, cache, clock);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPOTIFY_CLIENT_ID", "SPOTIFY_REDIRECT_URI"})
  void saysWhatSigningInLacks(String variable) {
    Map<String, String> lacking = new HashMap<>(SET_UP);
    lacking.remove(variable);
    SignInRoutes withoutIt = routes(lacking);

    for (Answer answer :
        new Answer[] {withoutIt.begin(request(Map.of())), withoutIt.callback(request(Map.of()))}) {
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
      assertThat(json(answer).text("detail"))
          .contains("not set up")
          .contains(
              variable.equals("SPOTIFY_CLIENT_ID") ? "SpotifyClientId" : "SpotifyRedirectUri");
    }
  }

  @Test
  void givesTheBrowserACookieThatOnlyTheCallbackSees() {
    Answer away = routes.begin(request(Map.of()));

    assertThat(away.status()).isEqualTo(302);
    assertThat(away.headers().get("Location")).startsWith("https://accounts.example/authorize?");
    assertThat(away.headers().get("Set-Cookie"))
        .matches(
            "linernotes_sign_in=[A-Za-z0-9_-]{43}; Max-Age=600;"
                + " Path=/live/v1/auth/spotify/callback; HttpOnly; SameSite=Lax; Secure");
    assertThat(away.headers().get("Location")).doesNotContain(cookie(away).substring(19));
  }

  @Test
  void theCookieTravelsByHttpOnThisMachineAlone() {
    Map<String, String> local = new HashMap<>(SET_UP);
    local.put("SPOTIFY_REDIRECT_URI", "http://127.0.0.1:8080/v1/auth/spotify/callback");

    assertThat(routes(local).begin(request(Map.of())).headers().get("Set-Cookie"))
        .contains("Path=/v1/auth/spotify/callback;")
        .doesNotContain("Secure");
  }

  @Test
  void tellsASessionToWhoeverComesBackInTheSameBrowser() {
    Answer away = routes.begin(request(Map.of()));

    Answer answer = routes.callback(back(away, "other=1; " + cookie(away) + "; more=2"));

    assertThat(answer.status()).isEqualTo(200);
    Secret token = Secret.parse(json(answer).text("session")).orElseThrow();
    assertThat(user.signIn.session(token)).isPresent();
    assertThat(answer.headers().get("Set-Cookie")).startsWith("linernotes_sign_in=; Max-Age=0;");
  }

  @Test
  void sendsTheUserBackToTheAppWithTheSessionInTheFragment() {
    Answer away = routes.begin(request(Map.of("return_to", APP)));

    Answer answer = routes.callback(back(away, cookie(away)));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers()).containsEntry("Referrer-Policy", "no-referrer");
    Matcher location =
        Pattern.compile(Pattern.quote(APP) + "#session=([^&]+)&expires_at=(.+)")
            .matcher(answer.headers().get("Location"));
    assertThat(location.matches()).isTrue();
    assertThat(user.signIn.session(new Secret(location.group(1))))
        .hasValueSatisfying(
            session -> assertThat(session.expiresAt().toString()).isEqualTo(location.group(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/player",
        "https://app.example/player?tab=1#x",
        "https://app.example/player?tab=1/../..",
        "https://evil.example",
        "//evil.example",
        "javascript:alert(1)",
        ""
      })
  void sendsTheUserNowhereElse(String url) {
    Problem problem = problem(() -> routes.begin(request(Map.of("return_to", url))));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.field()).isEqualTo("return_to");
    assertThat(problem.detail()).contains("AllowedReturnUrls");
  }

  @Test
  void completesNoSignInOfAnotherBrowser() {
    String own = cookie(routes.begin(request(Map.of())));

    for (String cookie : new String[] {null, "", own, "linernotes_sign_in=x", "other=1"}) {
      Answer theirs = routes.begin(request(Map.of()));

      Problem problem = problem(() -> routes.callback(back(theirs, cookie)));

      assertThat(problem.status()).isEqualTo(400);
      assertThat(problem.field()).isEqualTo("Cookie");
      assertThat(problem.detail()).contains("did not begin in this browser").contains("start");
    }
  }

  @Test
  void takesAStateOnceAndForTenMinutes() {
    Answer once = routes.begin(request(Map.of()));
    assertThat(routes.callback(back(once, cookie(once))).status()).isEqualTo(200);
    Answer late = routes.begin(request(Map.of()));
    clock.advance(Duration.ofMinutes(10));

    for (Answer away : new Answer[] {once, late}) {
      assertThat(problem(() -> routes.callback(back(away, cookie(away)))).field())
          .isEqualTo("state");
    }
  }

  @Test
  void tellsOfASpotifyThatRefusesOrDoesNotAnswer() {
    user.spotify
        .exchanging(new SpotifyReply.Refused<>())
        .exchanging(new SpotifyReply.Unavailable<>("code: HTTP 503", Duration.ofSeconds(9)));
    Answer refused = routes.begin(request(Map.of()));
    Answer unanswered = routes.begin(request(Map.of()));

    assertThat(problem(() -> routes.callback(back(refused, cookie(refused)))).field())
        .isEqualTo("code");
    Answer answer = routes.callback(back(unanswered, cookie(unanswered)));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "9");
  }

  @Test
  void forgetsTheProfileOfWhoeverSignsOut() {
    Answer away = routes.begin(request(Map.of()));
    String token = json(routes.callback(back(away, cookie(away)))).text("session");
    var key = Profile.key(FakeSpotify.DJ.account().scope(), FakeSpotify.DJ.account().userId());
    assertThat(cache.slot(key).value(clock.instant())).isEqualTo(FakeSpotify.DJ);

    Request request = signedIn(token);
    assertThat(routes.end(request).status()).isEqualTo(204);

    assertThat(cache.slot(key).value(clock.instant())).isNull();
    assertThat(problem(() -> routes.end(request)).status()).isEqualTo(401);
    assertThat(problem(() -> sessions.viewer(request)).status()).isEqualTo(401);
  }

  @Test
  void noAnswerThatHoldsASessionIsKept() {
    Answer away = routes.begin(request(Map.of()));

    assertThat(routes.callback(back(away, cookie(away))).headers())
        .containsEntry("Cache-Control", "no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.example/player",
        "http://10.0.0.1/",
        "https://app.example/#/player",
        "https://user:pass@app.example/",
        "app.example",
        "https:///player",
        "myapp://back",
        "javascript:alert(1)",
        "https://app example/"
      })
  void startsWithNoReturnUrlThatWouldLoseTheSession(String url) {
    Map<String, String> variables = new HashMap<>(SET_UP);
    variables.put("ALLOWED_RETURN_URLS", APP + ", " + url);

    assertThatIllegalStateException()
        .isThrownBy(() -> routes(variables))
        .withMessageContaining("ALLOWED_RETURN_URLS")
        .withMessageContaining(url);
  }

  @Test
  void aProgramOnThisMachineMayListenOnAnyPort() {
    Map<String, String> variables = new HashMap<>(SET_UP);
    variables.put("ALLOWED_RETURN_URLS", "http://127.0.0.1/signed-in");
    SignInRoutes routes = routes(variables);

    assertThat(routes.begin(returningTo("http://127.0.0.1:49152/signed-in")).status())
        .isEqualTo(302);
    for (String url :
        new String[] {
          "http://127.0.0.1:49152/elsewhere",
          "http://127.0.0.1:49152@evil.example/signed-in",
          "http://127.0.0.1.evil.example:80/signed-in"
        }) {
      assertThat(problem(() -> routes.begin(returningTo(url))).field()).isEqualTo("return_to");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.example/live/", "http://127.0.0.1:49152/signed-in"})
  void theConsoleAndTheCommandLineNeedNoListing(String url) {
    Map<String, String> variables = new HashMap<>(SET_UP);
    variables.remove("ALLOWED_RETURN_URLS");

    assertThat(routes(variables).begin(returningTo(url)).status()).isEqualTo(302);
  }

  private static Request returningTo(String url) {
    return request(Map.of("return_to", url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:3000/back", "http://127.0.0.1:8080/", "http://[::1]/", " "})
  void mayReturnToThisMachine(String url) {
    Map<String, String> variables = new HashMap<>(SET_UP);
    variables.put("ALLOWED_RETURN_URLS", url);

    assertThat(routes(variables)).isNotNull();
  }

  private static String cookie(Answer away) {
    String cookie = away.headers().getOrDefault("Set-Cookie", ";");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  /** Spotify's redirect, in a browser with these cookies. */
  private static Request back(Answer away, @Nullable String cookies) {
    String state =
        away.headers().getOrDefault("Location", "").replaceAll(".*[?&]state=([^&]*).*", "$1");
    APIGatewayProxyRequestEvent event =
        new APIGatewayProxyRequestEvent()
            .withQueryStringParameters(Map.of("state", state, "code", "code"));
    return new Request(cookies == null ? event : event.withHeaders(Map.of("cookie", cookies)));
  }

  private static Request request(Map<String, String> query) {
    return new Request(new APIGatewayProxyRequestEvent().withQueryStringParameters(query));
  }

  private static Request signedIn(@Nullable String token) {
    return new Request(
        new APIGatewayProxyRequestEvent().withHeaders(Map.of("X-Session", "" + token)));
  }

  private static Problem problem(Runnable asking) {
    BadRequestException e = catchThrowableOfType(BadRequestException.class, asking::run);
    assertThat(e).isNotNull();
    return e.problem();
  }

  private static Json json(Answer answer) {
    return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
