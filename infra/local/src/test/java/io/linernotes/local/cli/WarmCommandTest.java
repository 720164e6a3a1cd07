package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WarmCommandTest {
  private static final String PLAYLIST = "37i9dQZF1DXcBWIGoYBM5M";
  private static final String REPORT =
      """
      {"playlists":1,"tracks":0,"fresh_until":"2026-01-01T00:20:00Z","providers":{
        "spotify":{"sent":1,"fresh":2,"on_its_way":3,"left_out":4}}}
      """;

  private final Console console = new Console();

  @Test
  void tellsWhatWasSentAndWhatWasLeftOut() throws IOException {
    try (var api = new ScriptedApi().answers(202, REPORT)) {
      assertThat(console.run("warm", PLAYLIST, "--url", api.url())).isZero();

      assertThat(api.requests()).containsExactly("/v1/warmups");
    }

    assertThat(console.out().lines().map(String::strip))
        .anySatisfy(
            line -> assertThat(line.split(" {2,}")).containsExactly("spotify", "1", "2", "3", "4"));
  }

  @Test
  void wantsAPlaylist() {
    assertThat(console.run("warm")).isEqualTo(2);
    assertThat(console.run("warm", "nonsense")).isEqualTo(2);
  }
}
