package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReccoBeatsSimulationTest {
  @AutoClose
  private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.unhurried());

  private final Caller reccoBeats = Caller.of(SIMULATOR.reccoBeatsApiUrl());

  @Test
  void leavesOutWhatItDoesNotKnow() throws Exception {
    String without = SIMULATOR.catalogue().titled("All I Need").spotifyId();

    JsonNode content = content("unknown," + without + ",generatedTrack00000001");

    assertThat(content).hasSize(1);
    assertThat(content.at("/0/href").textValue())
        .isEqualTo("https://open.spotify.com/track/generatedTrack00000001");
  }

  @Test
  void tellsTheTracksOfIsrcsAndOfIds() throws Exception {
    Song song = SIMULATOR.catalogue().titled("Nightvision");

    JsonNode byIsrc = reccoBeats.get("/track?ids=" + song.isrc() + ",QZZZZ9999999").at("/content");
    JsonNode byId = reccoBeats.get("/track?ids=" + song.spotifyId()).at("/content");

    assertThat(byIsrc).isEqualTo(byId).hasSize(1);
    assertThat(byIsrc.at("/0/isrc").textValue()).isEqualTo(song.isrc());
    assertThat(byIsrc.at("/0/href").textValue()).endsWith("/track/" + song.spotifyId());
  }

  @Test
  void dropsTheFortyFirst() throws Exception {
    String ids =
        IntStream.range(0, 41)
            .mapToObj("generatedTrack%08d"::formatted)
            .collect(Collectors.joining(","));

    assertThat(content(ids)).hasSize(40);
  }

  @Test
  void doesNotKnowEveryKey() throws Exception {
    String nightvision = SIMULATOR.catalogue().titled("Nightvision").spotifyId();

    assertThat(content(nightvision).at("/0/key").intValue()).isEqualTo(-1);
  }

  private JsonNode content(String ids) throws Exception {
    return reccoBeats.get("/audio-features?ids=" + ids).at("/content");
  }
}
