package io.linernotes.playlist.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.HttpReply;
import io.linernotes.http.ProviderHttp;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.time.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpotifyAccountsTest {

  private final MovableClock clock = MovableClock.atNoon();
  private final ScriptedHttp http = new ScriptedHttp();
  private final SpotifyAccounts accounts = accounts(http, "https://accounts.spotify.com/");

  @Test
  void asksByTheClientCredentialsFlow() {
    http.replying(200, Bodies.token("t1", 3600));

    assertThat(accounts.token()).isEqualTo(new Outcome.Found<>("t1"));

    HttpCall call = http.calls().getFirst();
    assertThat(call.uri()).hasToString("https://accounts.spotify.com/api/token");
    assertThat(call.form()).isEqualTo("grant_type=client_credentials");
    assertThat(call.headers()).containsEntry("Authorization", "Basic aWQ6c2VjcmV0");
    assertThat(call).hasToString("token");
  }

  @Test
  void keepsATokenUntilShortlyBeforeItsEnd() {
    http.replying(200, Bodies.token("t1", 3600)).replying(200, Bodies.token("t2", 3600));

    accounts.token();
    clock.advance(Duration.ofMinutes(58));
    assertThat(accounts.token()).isEqualTo(new Outcome.Found<>("t1"));
    clock.advance(Duration.ofMinutes(1));
    assertThat(accounts.token()).isEqualTo(new Outcome.Found<>("t2"));
  }

  @Test
  void keepsAShortTokenForMostOfItsLife() {
    http.replying(200, Bodies.token("t1", 30)).replying(200, Bodies.token("t2", 30));

    accounts.token();
    clock.advance(Duration.ofSeconds(26));
    assertThat(accounts.token()).isEqualTo(new Outcome.Found<>("t1"));
    clock.advance(Duration.ofSeconds(1));
    assertThat(accounts.token()).isEqualTo(new Outcome.Found<>("t2"));
  }

  @Test
  void replacesARefusedTokenOnceForAllWhoHeldIt() {
    http.replying(200, Bodies.token("t1", 3600)).replying(200, Bodies.token("t2", 3600));
    accounts.token();

    assertThat(accounts.tokenInsteadOf("t1")).isEqualTo(new Outcome.Found<>("t2"));
    assertThat(accounts.tokenInsteadOf("t1")).isEqualTo(new Outcome.Found<>("t2"));

    assertThat(http.calls()).hasSize(2);
  }

  @Test
  void asksOnceForManyThreads() throws Exception {
    CountDownLatch allWait = new CountDownLatch(1);
    ScriptedHttp one = new ScriptedHttp().replying(200, Bodies.token("t1", 3600));
    ProviderHttp slow =
        call -> {
          try {
            allWait.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return one.send(call);
        };
    SpotifyAccounts shared = accounts(slow, "https://accounts.example");

    List<Future<Outcome<String>>> tokens = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        tokens.add(threads.submit(shared::token));
      }
      allWait.countDown();
    }

    assertThat(one.calls()).hasSize(1);
    for (Future<Outcome<String>> token : tokens) {
      assertThat(token.get()).isEqualTo(new Outcome.Found<>("t1"));
    }
  }

  @ParameterizedTest
  @CsvSource({"400, invalid_client", "401, invalid_client", "403, unauthorized_client"})
  void namesTheRemedyForRefusedCredentials(int status, String error) {
    http.replying(status, "{\"error\":\"%s\",\"error_description\":\"secret\"}".formatted(error));

    assertThat(accounts.token())
        .isInstanceOfSatisfying(
            Outcome.Unavailable.class,
            refused -> {
              assertThat(refused.cause())
                  .contains(error, "SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET")
                  .doesNotContain("aWQ6c2VjcmV0", "secret");
              assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(10));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503|<html>busy</html>",
        "500|{\"error\":\"server_error\"}",
        "200|<html>hello</html>",
        "200|{}",
        "200|{\"access_token\":\"\"}",
        "200|{\"access_token\":\"t",
        "400|''"
      })
  void callsNonsenseUnavailable(int status, String body) {
    http.replying(status, body);

    assertThat(accounts.token())
        .isEqualTo(new Outcome.Unavailable<>("token: HTTP " + status, null));
  }

  @Test
  void seesThrottling() {
    http.replying(429, "", Map.of("Retry-After", "12"));

    assertThat(accounts.token()).isEqualTo(new Outcome.Throttled<>(Duration.ofSeconds(12)));
  }

  @Test
  void sharesAFailureForAMomentAndThenTriesAgain() {
    http.replying(503, "").replying(200, Bodies.token("t1", 3600));

    assertThat(accounts.token()).isEqualTo(accounts.token());
    assertThat(http.calls()).hasSize(1);

    clock.advance(Duration.ofSeconds(5));
    assertThat(accounts.token()).isEqualTo(new Outcome.Found<>("t1"));
  }

  @Test
  void triesAgainAtOnceIfNoCallWasMade() {
    Outcome<HttpReply> postponed = new Outcome.Postponed<>(Duration.ofSeconds(3));
    http.replying(postponed).replying(200, Bodies.token("t1", 3600));

    assertThat(accounts.token()).isEqualTo(postponed);
    assertThat(accounts.token()).isEqualTo(new Outcome.Found<>("t1"));
  }

  private SpotifyAccounts accounts(ProviderHttp provider, String base) {
    return new SpotifyAccounts(provider, URI.create(base), "id", () -> "secret", clock);
  }
}
