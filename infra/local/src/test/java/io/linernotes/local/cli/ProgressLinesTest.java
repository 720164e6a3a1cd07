package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private final Console console = new Console();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final ProgressLines lines = new ProgressLines(console.screen().err(), () -> now);

  @Test
  void tellsHowFarEverySectionHasCome() {
    lines.show(Answers.partial());

    assertThat(console.err())
        .isEqualTo(
            "  0 s   66 %  Deezer 2/2, Last.fm 1/2, Audio features 1/2 (1 throttled for 14 h), about 31 s left\n");
  }

  @Test
  void tellsThatThePlaylistIsBeingRead() {
    lines.show(Answers.pending());

    assertThat(console.err()).isEqualTo("  0 s    0 %  reading the playlist\n");
  }

  @Test
  void saysSomethingEveryFiveSecondsAndAtTheEnd() {
    for (int second = 0; second < 8; second++) {
      lines.show(Answers.partial());
      now = now.plus(Duration.ofSeconds(1));
    }
    lines.close();
    lines.close();

    assertThat(console.err().lines().map(line -> line.substring(0, 5)))
        .containsExactly("  0 s", "  5 s", "  7 s");
  }
}
