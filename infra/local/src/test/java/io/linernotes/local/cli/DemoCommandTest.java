package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
  @BeforeAll
  static void tellWhereTheTemplateIs() {
    System.setProperty("linernotes.home", "../..");
  }

  @AfterAll
  static void forgetWhereTheTemplateIs() {
    System.clearProperty("linernotes.home");
  }

  @Test
  void analysesAPlaylistWithinTheQuotasAndThenFromTheCache() {
    var console = new Console();

    assertThat(console.run("demo", "--scale", "10")).isZero();

    assertThat(console.err()).contains("100 %  Deezer 38/38");
    assertThat(console.out())
        .contains("41 tracks: complete")
        .contains("宇多田ヒカル – 花束を君に")
        .contains("MusicBrainz 90 %", "names 85 %", "not at Deezer")
        .contains("local file", "episode", "unavailable")
        .containsPattern("Cold run .* 1\\d\\d provider calls: Spotify \\d, Deezer \\d+, ")
        .containsPattern("Warm run .* 0 provider calls")
        .contains("Quotas      kept: Spotify 60 in 3 s");
  }
}
