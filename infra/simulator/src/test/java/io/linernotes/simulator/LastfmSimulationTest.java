package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LastfmSimulationTest {
  @AutoClose
  private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.unhurried());

  private final Caller lastfm = Caller.of(SIMULATOR.lastfmApiUrl());

  @Test
  void numbersAreStringsInTrackInfo() throws Exception {
    JsonNode track = info("Linkin Park", "One Step Closer").get("track");

    assertThat(track.get("listeners").textValue()).isEqualTo("1315650");
    assertThat(track.get("duration").textValue()).isEqualTo("157000");
    assertThat(track.at("/toptags/tag")).hasSize(5);
    assertThat(track.at("/toptags/tag/0").has("count")).isFalse();
  }

  @Test
  void correctsNames() throws Exception {
    JsonNode track = info("Guns and Roses", "sweet child o mine").get("track");

    assertThat(track.at("/artist/name").textValue()).isEqualTo("Guns N' Roses");
    assertThat(track.get("name").textValue()).isEqualTo("Sweet Child o' Mine");
  }

  @Test
  void aMisspeltTrackIsOneOfItsOwnUncorrected() throws Exception {
    JsonNode track = track("track.getInfo", "Bjork", "Joga", "").get("track");

    assertThat(track.get("name").textValue()).isEqualTo("Joga");
    assertThat(track.get("listeners").textValue()).isEqualTo("7");
    assertThat(track.get("duration").textValue()).isEqualTo("0");
    assertThat(track.has("mbid")).isFalse();
  }

  @Test
  void tagsComeInOddShapes() throws Exception {
    assertThat(info("Donna Summer", "I Feel Love").at("/track/toptags/tag").isObject()).isTrue();
    assertThat(info("Robert Miles", "Children").at("/track/toptags").textValue()).isEmpty();
    assertThat(info("Maribou State", "All I Need").get("track").has("toptags")).isFalse();
    assertThat(info("Arpanet", "Illuminated Displays").at("/track/listeners").textValue())
        .isEqualTo("2");
  }

  @Test
  void saysError6WithHttp200OfAnUnknownTrack() throws Exception {
    Caller.Answer answer = answer("track.getInfo", "Drexciya", "Andreaen Sand Dunes", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/error").intValue()).isEqualTo(6);
  }

  @Test
  void numbersAreNumbersInSimilarTracks() throws Exception {
    JsonNode similar =
        track("track.getSimilar", "Nirvana", "Come As You Are", "&limit=10")
            .at("/similartracks/track");

    assertThat(similar).hasSize(10);
    assertThat(similar.at("/0/match").doubleValue()).isEqualTo(1.0);
    assertThat(similar.at("/1/duration").isNumber()).isTrue();
    assertThat(similar.at("/1/duration").intValue()).isLessThan(1_000);
  }

  @Test
  void weighsTags() throws Exception {
    assertThat(
            track("track.getTopTags", "AC/DC", "Back in Black", "")
                .at("/toptags/tag/0/count")
                .isNumber())
        .isTrue();
    assertThat(
            track("track.getTopTags", "Donna Summer", "I Feel Love", "")
                .at("/toptags/tag/count")
                .isTextual())
        .isTrue();
    assertThat(track("track.getTopTags", "Nobody", "Nothing", "").at("/toptags/tag")).isEmpty();
  }

  @Test
  void tellsCorrections() throws Exception {
    JsonNode known =
        track("track.getCorrection", "Bjork", "Jóga", "").at("/corrections/correction");
    JsonNode unknown = track("track.getCorrection", "Nobody", "Nothing", "");

    assertThat(known.at("/track/artist/name").textValue()).isEqualTo("Björk");
    assertThat(known.at("/@attr/artistcorrected").textValue()).isEqualTo("1");
    assertThat(known.at("/@attr/trackcorrected").textValue()).isEqualTo("0");
    assertThat(unknown.at("/corrections/correction/track").has("name")).isFalse();
    assertThat(
            track("track.getCorrection", "Robert Miles", "Children", "")
                .at("/corrections")
                .isTextual())
        .isTrue();
  }

  @Test
  void knowsArtistsButNotTheirFaces() throws Exception {
    JsonNode artist = artist("宇多田ヒカル").json().get("artist");

    assertThat(artist.get("name").textValue()).isEqualTo("宇多田ヒカル");
    assertThat(artist.at("/stats/listeners").isTextual()).isTrue();
    assertThat(artist.at("/image/0/#text").textValue())
        .contains("2a96cbd8b46e442fc41c2b86b821562f");
    assertThat(artist("Utada Hikaru").at("/artist/name").textValue()).isEqualTo("宇多田ヒカル");
    assertThat(artist("Nobody At All").status()).isEqualTo(404);
  }

  @Test
  void knowsEveryInventedTrackAndArtist() throws Exception {
    Song song = SIMULATOR.catalogue().invented(77);

    assertThat(info(song.mainArtist(), song.title()).at("/track/name").textValue())
        .isEqualTo(song.title());
    assertThat(artist(song.mainArtist()).at("/artist/name").textValue())
        .isEqualTo(song.mainArtist());
  }

  @Test
  void wantsAKey() throws Exception {
    assertThat(lastfm.get("?method=artist.getInfo&artist=U2&format=json").at("/error").intValue())
        .isEqualTo(10);
    assertThat(lastfm.get("?method=nothing&api_key=k&format=json").at("/error").intValue())
        .isEqualTo(3);
  }

  private JsonNode info(String artist, String title) throws Exception {
    return track("track.getInfo", artist, title, "&autocorrect=1");
  }

  private JsonNode track(String method, String artist, String title, String more) throws Exception {
    return answer(method, artist, title, more).json();
  }

  private Caller.Answer answer(String method, String artist, String title, String more)
      throws Exception {
    return lastfm.get(
        "?method=" + method + "&api_key=k&format=json" + more + "&artist=%s&track=%s",
        artist,
        title);
  }

  private Caller.Answer artist(String name) throws Exception {
    return lastfm.get("?method=artist.getInfo&api_key=k&format=json&autocorrect=1&artist=%s", name);
  }
}
