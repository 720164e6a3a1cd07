package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ProviderQuotasTest {
  private final MovableClock clock = new MovableClock();

  @AutoClose
  private final Simulator simulator =
      Simulator.start(
          SimulatorOptions.defaults().withoutLatency().withSpotifyDailyQuota(130).withClock(clock));

  @Test
  void deezerSaysCode4WithHttp200() throws Exception {
    Caller deezer = Caller.of(simulator.deezerApiUrl());
    for (int call = 0; call < 50; call++) {
      assertThat(deezer.get("/track/isrc:GBDUW0000059").json().has("isrc")).isTrue();
    }

    Caller.Answer refused = deezer.get("/track/isrc:GBDUW0000059");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.at("/error/code").intValue()).isEqualTo(4);
    assertThat(refused.header("Retry-After")).isEmpty();

    clock.advance(Duration.ofSeconds(5));
    assertThat(deezer.get("/track/isrc:GBDUW0000059").json().has("isrc")).isTrue();
    assertThat(simulator.report().of(Provider.DEEZER).breaches()).isEqualTo(1);
    assertThat(simulator.report().of(Provider.DEEZER).throttled()).isEqualTo(1);
    assertThat(simulator.report().of(Provider.DEEZER).busiestWindow()).isEqualTo(51);
  }

  @Test
  void lastfmSaysError29() throws Exception {
    Caller lastfm = Caller.of(simulator.lastfmApiUrl());
    String call = "?method=artist.getInfo&artist=Nirvana&api_key=key&format=json";
    for (int i = 0; i < 25; i++) {
      assertThat(lastfm.get(call).json().has("artist")).isTrue();
    }

    assertThat(lastfm.get(call).at("/error").intValue()).isEqualTo(29);
  }

  @Test
  void musicBrainzKeepsRefusingWhileTheRateIsOver() throws Exception {
    Caller musicBrainz = Caller.of(simulator.musicBrainzApiUrl());
    String call = "/recording?query=isrc:GBDUW0000059&fmt=json";
    assertThat(musicBrainz.get(call).status()).isEqualTo(200);

    for (int retry = 0; retry < 4; retry++) {
      clock.advance(Duration.ofMillis(600));
      Caller.Answer refused = musicBrainz.get(call);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.at("/error").textValue()).contains("exceeding the allowable rate limit");
    }
    clock.advance(Duration.ofSeconds(1));
    assertThat(musicBrainz.get(call).status()).isEqualTo(200);
  }

  @Test
  void spotifySaysHowLongToWait() throws Exception {
    Caller spotify = spotify();
    for (int call = 0; call < 60; call++) {
      assertThat(spotify.get("/me").status()).isEqualTo(200);
    }
    clock.advance(Duration.ofMillis(26_500));

    Caller.Answer refused = spotify.get("/me");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("4");
    assertThat(refused.at("/error/message").textValue()).isEqualTo("API rate limit exceeded");
  }

  @Test
  void spotifysDailyQuotaAsksToWaitForHours() throws Exception {
    Caller spotify = spotify();
    for (int call = 0; call < 130; call++) {
      assertThat(spotify.get("/me").status()).isEqualTo(200);
      clock.advance(Duration.ofSeconds(1));
    }

    Caller.Answer refused = spotify.get("/me");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.at("/error/reason").textValue()).isEqualTo("QUOTA_EXCEEDED");
    assertThat(refused.header("Retry-After")).isEqualTo(String.valueOf(86_400 - 130));
  }

  @Test
  void reccoBeatsSaysHowLongToWait() throws Exception {
    Caller reccoBeats = Caller.of(simulator.reccoBeatsApiUrl());
    for (int call = 0; call < 20; call++) {
      assertThat(reccoBeats.get("/audio-features?ids=x").status()).isEqualTo(200);
    }

    Caller.Answer refused = reccoBeats.get("/audio-features?ids=x");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("10");
  }

  @Test
  void aScaleShortensTheWindow() {
    SimulatorOptions fast = SimulatorOptions.defaults().withQuotaScale(20);

    assertThat(fast.quota(Provider.DEEZER)).isEqualTo(new Quota(50, Duration.ofMillis(250)));
    assertThat(fast.latency(Provider.SPOTIFY)).isEqualTo(Duration.ofMillis(6));
  }

  @Test
  void tokensAreCountedButNotLimited() throws Exception {
    Caller accounts = Caller.of(simulator.spotifyAccountsUrl());
    for (int call = 0; call < 70; call++) {
      String form = "grant_type=client_credentials&client_id=id&client_secret=secret";
      assertThat(accounts.post("/api/token", form).status()).isEqualTo(200);
    }

    ProviderReport report = simulator.report().of(Provider.SPOTIFY);
    assertThat(report.calls("POST /api/token")).isEqualTo(70);
    assertThat(report.arrivals()).isEmpty();
  }

  private Caller spotify() {
    return Caller.withToken(simulator.spotifyApiUrl(), simulator.userToken());
  }
}
