package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static final String TRACK = "/track/isrc:GBDUW0000059";

  @AutoClose private final Simulator simulator = Simulator.start(SimulatorOptions.unhurried());

  private final Caller deezer = Caller.of(simulator.deezerApiUrl());
  private final Caller musicBrainz = Caller.of(simulator.musicBrainzApiUrl());
  private final Caller spotify = Caller.withToken(simulator.spotifyApiUrl(), simulator.userToken());

  @Test
  void happensToTheNextCallsInTurn() throws Exception {
    simulator.fail(Provider.DEEZER, Failure.serverError(), 2);
    simulator.fail(Provider.DEEZER, Failure.deezerError(700));
    simulator.fail(Provider.DEEZER, Failure.deezerErrorWithoutCode());

    assertThat(deezer.get(TRACK).status()).isEqualTo(500);
    assertThat(deezer.get(TRACK).status()).isEqualTo(500);
    assertThat(deezer.get(TRACK).at("/error/code").intValue()).isEqualTo(700);
    assertThat(deezer.get(TRACK).at("/error").has("code")).isFalse();
    assertThat(deezer.get(TRACK).json().has("isrc")).isTrue();
  }

  @Test
  void mayBeHtmlWithStatus200() throws Exception {
    simulator.fail(Provider.DEEZER, Failure.html());

    Caller.Answer answer = deezer.get(TRACK);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void mayCutABodyOff() throws Exception {
    simulator.fail(Provider.DEEZER, Failure.truncated());

    assertThatThrownBy(() -> deezer.get(TRACK)).isInstanceOf(IOException.class);
    assertThat(deezer.get(TRACK).status()).isEqualTo(200);
  }

  @Test
  void mayDripItsAnswer() throws Exception {
    String right = deezer.get(TRACK).response().body();
    simulator.fail(Provider.DEEZER, Failure.drip(Duration.ofNanos(1)));

    assertThat(deezer.get(TRACK).response().body()).isEqualTo(right);
  }

  @Test
  void mayAnswerMoreThanAnybodyReads() throws Exception {
    simulator.fail(Provider.DEEZER, Failure.huge(200_000));

    assertThat(deezer.get(TRACK).response().body()).hasSize(200_000).startsWith("\"  ");
  }

  @Test
  void mayCallItsAnswerSomethingElse() throws Exception {
    simulator.fail(Provider.DEEZER, Failure.contentType("text/plain"));

    Caller.Answer answer = deezer.get(TRACK);
    assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
    assertThat(answer.json().has("isrc")).isTrue();
  }

  @Test
  void mayBeTheErrorPageOfAGateway() throws Exception {
    simulator.fail(Provider.SPOTIFY, Failure.gatewayPage(404));

    assertThat(spotify.get("/me").status()).isEqualTo(404);
  }

  @Test
  void mayLastUntilTheProviderRecovers() throws Exception {
    simulator.fail(Provider.DEEZER, Failure.deezerError(700));
    simulator.failUntilRecovered(Provider.DEEZER, Failure.serverError());

    assertThat(deezer.get(TRACK).at("/error/code").intValue()).isEqualTo(700);
    assertThat(deezer.get(TRACK).status()).isEqualTo(500);
    assertThat(deezer.get(TRACK).status()).isEqualTo(500);

    simulator.recover(Provider.DEEZER);
    assertThat(deezer.get(TRACK).status()).isEqualTo(200);
  }

  @Test
  void mayEndTheConnection() throws Exception {
    simulator.fail(Provider.DEEZER, Failure.reset(), 10);

    assertThatThrownBy(() -> deezer.get(TRACK)).isInstanceOf(IOException.class);
  }

  @Test
  void mayBeSlow() throws Exception {
    simulator.fail(Provider.DEEZER, Failure.slow(Duration.ofMillis(30)));
    long start = System.nanoTime();

    assertThat(deezer.get(TRACK).status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(29));
  }

  @Test
  void mayShedLoad() throws Exception {
    simulator.fail(Provider.MUSICBRAINZ, Failure.loadShed());

    Caller.Answer answer = musicBrainz.get("/isrc/GBDUW0000059");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.at("/error").textValue()).contains("currently busy");
    assertThat(answer.header("X-RateLimit-Who")).isEqualTo("search-shed");
  }

  @Test
  void mayThrottle() throws Exception {
    simulator.fail(Provider.SPOTIFY, Failure.tooManyRequests(Duration.ofSeconds(3)));
    simulator.fail(Provider.SPOTIFY, Failure.quotaExceeded(Duration.ofSeconds(48_925)));
    simulator.fail(Provider.SPOTIFY, Failure.expiredToken());

    assertThat(spotify.get("/me").header("Retry-After")).isEqualTo("3");
    assertThat(spotify.get("/me").header("Retry-After")).isEqualTo("48925");
    assertThat(spotify.get("/me").status()).isEqualTo(401);
    assertThat(spotify.get("/me").status()).isEqualTo(200);
    assertThat(simulator.report().of(Provider.SPOTIFY).throttled()).isEqualTo(2);
    assertThat(simulator.report().of(Provider.SPOTIFY).breaches()).isZero();
  }

  @Test
  void mayBeAnErrorOfLastfms() throws Exception {
    Caller lastfm = Caller.of(simulator.lastfmApiUrl());
    for (int code : new int[] {8, 11, 16, 26, 29}) {
      simulator.fail(Provider.LASTFM, Failure.lastfmError(code));

      assertThat(lastfm.get("?method=artist.getInfo").at("/error").intValue()).isEqualTo(code);
    }
  }

  @Test
  void mayWaitForOneEndpoint() throws Exception {
    simulator.fail(Provider.SPOTIFY, "POST /api/token", Failure.serverError(), 1);
    simulator.fail(Provider.SPOTIFY, "GET /search", Failure.serverError(), 1);

    assertThat(spotify.get("/me").status()).isEqualTo(200);
    assertThat(spotify.get("/search?type=track&q=x").status()).isEqualTo(500);
    assertThat(Caller.of(simulator.spotifyAccountsUrl()).post("/api/token", "").status())
        .isEqualTo(500);
  }
}
