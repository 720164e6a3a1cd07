package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnalysisTableTest {
  @Test
  void keepsItsColumnsUnderWideCharactersAndUnknownValues() {
    var console = new Console();

    new AnalysisTable(Answers.partial()).print(console.screen());

    assertThat(console.out().lines())
        .containsExactly(
            "Mixed [31m, by ada, 5 tracks: partial",
            "",
            "#  Artist – title              BPM  Gain  Tags           Listeners  Found by",
            "─  ─────────────────────────  ────  ────  ─────────────  ─────────  ─────────────",
            "1  宇多田ヒカル – 花束を君に  96.5     –  j-pop, ballad       1.2M  names 90 %",
            "2  Sigur Rós – Hoppípolla        –     –  –                      –  not at Deezer",
            "3  Fugees – No Woman, No Cry                                        local file",
            "4  Crate Digging                                                    episode",
            "5  –                                                                unavailable",
            "",
            "BPM         96.5 on average · 96.5 to 96.5 · 1 track",
            "Listeners   1.2M on average",
            "Tags        j-pop 1",
            "Artists     2 · 0 with notes",
            "Tracks      4:05 long on average · from 1999 to 2016 · 0 % explicit",
            "Audio       energy 0.50");
  }

  @Test
  void fitsTheTerminal() {
    var console = new Console(72);
    var answer = Answers.partial();
    ((com.fasterxml.jackson.databind.node.ObjectNode) answer.at("/tracks/1"))
        .put("title", "Hoppípolla ".repeat(20));

    new AnalysisTable(answer).print(console.screen());

    assertThat(console.out().lines()).allMatch(line -> Text.width(line) <= 72);
    assertThat(console.out()).contains("…");
  }

  @Test
  void tellsThatThePlaylistIsOnItsWay() {
    var console = new Console();

    new AnalysisTable(Answers.pending()).print(console.screen());

    assertThat(console.out()).contains("on its way");
  }
}
