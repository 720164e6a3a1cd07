package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SimulatorTest {
  @AutoClose private final Simulator simulator = Simulator.start(SimulatorOptions.unhurried());

  private final Caller root = Caller.of(simulator.deezerApiUrl().resolve("/"));

  @Test
  void namesItsUrlsAsTheEnvironmentDoes() {
    assertThat(simulator.environment())
        .containsEntry("DEEZER_API_URL", simulator.deezerApiUrl().toString())
        .hasSize(6);
  }

  @Test
  void countsEveryCall() throws Exception {
    root.get("deezer/track/isrc:GBDUW0000059");
    root.get("deezer/track/isrc:nothing");
    root.get("deezer/nothing");
    root.get("spotify/v1/me");

    SimulatorReport report = simulator.report();
    assertThat(report.calls()).isEqualTo(4);
    assertThat(report.calls(Provider.DEEZER)).isEqualTo(3);
    assertThat(report.of(Provider.DEEZER).calls("GET /track/isrc:{isrc}")).isEqualTo(2);
    assertThat(report.of(Provider.DEEZER).arrivals()).hasSize(3);
    assertThat(report.of(Provider.SPOTIFY).calls("GET /me")).isEqualTo(1);
  }

  @Test
  void servesItsReport() throws Exception {
    root.get("deezer/track/isrc:GBDUW0000059");

    JsonNode report = root.get("_simulator/report").json();
    assertThat(report.at("/deezer/calls").intValue()).isEqualTo(1);
    assertThat(report.at("/deezer/arrivals_ms")).hasSize(1);

    assertThat(root.post("_simulator/reset", "").at("/deezer/calls").intValue()).isZero();
    assertThat(simulator.report().calls()).isZero();
  }

  @Test
  void generatedPlaylistsHaveIdsLikeOthers() {
    assertThat(Simulator.generatedPlaylist(100)).isEqualTo("generated0000000000100").hasSize(22);
    assertThat(Simulator.DEMO_PLAYLIST).hasSize(22);
    assertThat(Simulator.PRIVATE_PLAYLIST).hasSize(22);
  }
}
