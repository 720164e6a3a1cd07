package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MusicBrainzSimulationTest {
  @AutoClose
  private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.unhurried());

  private final Caller musicBrainz = Caller.of(SIMULATOR.musicBrainzApiUrl());

  @Test
  void wantsAContact() throws Exception {
    Caller generic = new Caller(SIMULATOR.musicBrainzApiUrl(), "User-Agent", "Java-http-client/25");

    assertThat(generic.get("/isrc/GBDUW0000059").status()).isEqualTo(403);
  }

  @Test
  void answersSeveralPairsInOneSearch() throws Exception {
    JsonNode found =
        search(
            "(recording:\"Teardrop\" AND artist:\"Massive Attack\" AND dur:[327000 TO 334000]) OR"
                + " (recording:\"丸ノ内サディスティック\" AND artist:\"椎名林檎\")",
            25);

    assertThat(found.get("count").intValue()).isEqualTo(2);
    assertThat(found.at("/recordings").findValuesAsText("isrcs")).hasSize(2);
    assertThat(found.at("/recordings/0/score").intValue()).isEqualTo(100);
    assertThat(found.at("/recordings/0/video").isNull()).isTrue();
  }

  @Test
  void ranksTheLiveVersionFirst() throws Exception {
    JsonNode found = search("recording:\"Come As You Are\" AND artist:\"Nirvana\"", 25);

    assertThat(found.at("/recordings/0/disambiguation").textValue()).startsWith("live");
    assertThat(found.at("/recordings/1/isrcs/0").textValue()).isEqualTo("USGF19942503");
    assertThat(found.at("/recordings/1/score").intValue()).isEqualTo(100);
  }

  @Test
  void leavesOutWhatItDoesNotKnow() throws Exception {
    JsonNode insomnia = search("recording:\"Insomnia\" AND artist:\"Faithless\"", 25);
    JsonNode windowlicker = search("recording:\"Windowlicker\"", 25);

    assertThat(insomnia.at("/recordings/0").has("isrcs")).isFalse();
    assertThat(windowlicker.at("/recordings/0").has("length")).isFalse();
    assertThat(search("recording:Windowlicker AND dur:[1 TO 999999]", 25).get("count").intValue())
        .isZero();
  }

  @Test
  void oneIsrcMayBeOnTwoRecordings() throws Exception {
    assertThat(search("isrc:GBUM71029604", 25).get("count").intValue()).isEqualTo(2);
    assertThat(musicBrainz.get("/isrc/GBUM71029604?fmt=json").at("/recordings")).hasSize(2);
  }

  @Test
  void silentlyShortensALimitThatIsTooHigh() throws Exception {
    String query =
        IntStream.range(0, 60)
            .mapToObj(number -> "isrc:" + SIMULATOR.catalogue().invented(number * 10).isrc())
            .collect(Collectors.joining(" OR "));

    assertThat(search(query, 100).get("recordings")).hasSize(60);
    assertThat(search(query, 101).get("recordings")).hasSize(25);
    assertThat(search(query, 101).get("count").intValue()).isEqualTo(60);
  }

  @Test
  void answersInXmlUnlessAsked() throws Exception {
    assertThat(musicBrainz.get("/recording?query=isrc:GBDUW0000059").response().body())
        .startsWith("<?xml");
  }

  @Test
  void refusesWhatItCannotRead() throws Exception {
    assertThat(musicBrainz.get("/recording?fmt=json&query=").status()).isEqualTo(400);
    assertThat(musicBrainz.get("/recording?fmt=json&query=%s", "recording:AC/DC").status())
        .isEqualTo(400);
    assertThat(musicBrainz.get("/isrc/nonsense?fmt=json").at("/error").textValue())
        .isEqualTo("Invalid isrc.");
  }

  @Test
  void anIsrcWithoutRecordingsIsNotFound() throws Exception {
    assertThat(musicBrainz.get("/isrc/NLAK30200004?fmt=json").status()).isEqualTo(404);
  }

  private JsonNode search(String query, int limit) throws Exception {
    return musicBrainz.get("/recording?fmt=json&limit=" + limit + "&query=%s", query).json();
  }
}
