package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvalidateCommandTest {
  private final ScriptedApi api;
  private final Console console = new Console();

  InvalidateCommandTest() throws IOException {
    api = new ScriptedApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void takesOutWhatItIsTold() {
    api.answers(200, "{\"invalidated\":[\"a\",\"b\"],\"on_its_way\":{}}");

    int code =
        console.run(
            "invalidate",
            "bpm:isrc:GBAYE6900477",
            "--playlist",
            "linernotesDemoPlaylist",
            "--track",
            "2EqlS6tkEnglzr7tkKAAYD",
            "--url",
            api.url());

    assertThat(code).isZero();
    assertThat(console.out()).isEqualTo("2 entries were taken out.\n");
    assertThat(api.requests()).containsExactly("/v1/cache/invalidations");
    assertThat(api.lastBody())
        .isEqualTo(
            "{\"keys\":[\"bpm:isrc:GBAYE6900477\"],\"track_ids\":[\"2EqlS6tkEnglzr7tkKAAYD\"],"
                + "\"playlist_id\":\"linernotesDemoPlaylist\"}");
    assertThat(api.lastKey())
        .as("the local service's key for administrators")
        .isEqualTo("local-admin");
  }
}
