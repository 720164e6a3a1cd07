package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeezerSimulationTest {
  @AutoClose
  private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.unhurried());

  private final Caller deezer = Caller.of(SIMULATOR.deezerApiUrl());

  @Test
  void hasForgottenABpmAndADate() throws Exception {
    JsonNode track = deezer.get("/track/isrc:GBDUW0000059").json();

    assertThat(track.get("bpm").toString()).isEqualTo("0");
    assertThat(track.get("release_date").textValue()).isEqualTo("1900-01-01");
    assertThat(track.get("gain").doubleValue()).isEqualTo(-12.4);
    assertThat(track.get("duration").intValue()).isEqualTo(224);
  }

  @Test
  void bpmIsAnIntegerOrAFraction() throws Exception {
    assertThat(deezer.get("/track/isrc:GBDUW0000061").at("/bpm").toString()).isEqualTo("119.8");
    assertThat(deezer.get("/track/isrc:GBAAA9900303").at("/bpm").toString()).isEqualTo("127");
    assertThat(deezer.get("/track/isrc:GBAAP8300005").at("/release_date").textValue())
        .isEqualTo("0000-00-00");
  }

  @Test
  void someTracksCannotBePlayed() throws Exception {
    assertThat(deezer.get("/track/isrc:DEBL60532246").at("/readable").booleanValue()).isFalse();
  }

  @Test
  void oneIsrcIsMisfiled() throws Exception {
    JsonNode track = deezer.get("/track/isrc:GBBPW0200073").json();

    assertThat(track.get("isrc").textValue()).isEqualTo("GBBPW0200073");
    assertThat(track.get("title").textValue()).isNotEqualTo("Gantz Graf");
  }

  @Test
  void saysWithHttp200ThatItKnowsNothing() throws Exception {
    Caller.Answer answer = deezer.get("/track/isrc:US6Z71500101");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/error/code").intValue()).isEqualTo(800);
    assertThat(total("artist:\"Joanna Newsom\" track:\"Sapokanikan\"")).isZero();
  }

  @Test
  void findsSomeTracksByNameOnly() throws Exception {
    assertThat(deezer.get("/track/isrc:GBBPW9800008").at("/error/code").intValue()).isEqualTo(800);
    assertThat(total("isrc:GBBPW9800008")).isZero();
    assertThat(total("artist:\"Boards of Canada\" track:\"Roygbiv\"")).isEqualTo(1);
  }

  @Test
  void findsSomeTracksByIsrcInASearchOnly() throws Exception {
    assertThat(deezer.get("/track/isrc:GBNSX0700013").at("/error/code").intValue()).isEqualTo(800);
    assertThat(total("isrc:\"GBNSX0700013\"")).isEqualTo(2);
  }

  @Test
  void hitsAreLessThanTracks() throws Exception {
    JsonNode hit = deezer.get("/search?q=%s", "bjork joga").at("/data/0");

    assertThat(hit.get("title").textValue()).isEqualTo("Jóga");
    assertThat(hit.has("isrc")).isFalse();
    assertThat(hit.has("bpm")).isFalse();
    assertThat(hit.has("gain")).isFalse();
    assertThat(hit.has("release_date")).isFalse();
    assertThat(deezer.get("/track/" + hit.get("id").asText()).json().has("bpm")).isTrue();
  }

  @Test
  void findsNothingByATitleWithFeatures() throws Exception {
    assertThat(total("artist:\"Beyoncé\" track:\"Crazy In Love (feat. JAY-Z)\"")).isZero();
    assertThat(total("artist:\"Beyoncé\" track:\"Crazy In Love\"")).isEqualTo(1);
  }

  @Test
  void knowsEveryInventedTrack() throws Exception {
    Song song = SIMULATOR.catalogue().invented(1234);

    assertThat(deezer.get("/track/isrc:" + song.isrc()).at("/isrc").textValue())
        .isEqualTo(song.isrc());
    assertThat(total("artist:\"" + song.mainArtist() + "\" track:\"" + song.title() + "\""))
        .isEqualTo(1);
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    Caller.Answer answer = deezer.get("/nothing");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/error").textValue()).isEqualTo("Not Found");
  }

  private int total(String query) throws Exception {
    return deezer.get("/search?q=%s", query).at("/total").intValue();
  }
}
