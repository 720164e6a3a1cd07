package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisTableTest {
  @Test
  void keepsItsColumnsUnderWideCharactersAndUnknownValues() {
    var console = new Console(120);

    new AnalysisTable(Answers.partial()).print(console.screen());

    assertThat(console.out().lines())
        .containsExactly(
            "Mixed [31m, by ada, 5 tracks: partial",
            "",
            "#  Artist – title                          BPM  Key    Energy  Gain  Tags           Listeners  Found by",
            "─  ─────────────────────────────────────  ────  ─────  ──────  ────  ─────────────  ─────────  ─────────────",
            "1  宇多田ヒカル – 花束を君に              96.5  8A Am    0.42     –  j-pop, ballad       1.2M  names 90 %",
            "2  Sigur Rós – Hoppípolla                    –  –           –     –  –                      –  not at Deezer",
            "3  local file: Fugees – No Woman, No Cry",
            "4  episode: Crate Digging",
            "5  unavailable",
            "",
            "BPM         96.5 on average · 96.5 to 96.5 · 1 track",
            "Listeners   1.2M on average",
            "Tags        j-pop 1",
            "Artists     2 · 0 with notes",
            "Tracks      4:05 long on average · from 1999 to 2016 · 0 % explicit",
            "Audio       energy 0.50");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 72, 84, 100, 120, 160})
  void fitsTheTerminal(int columns) {
    var console = new Console(columns);
    var answer = Answers.partial();
    ((com.fasterxml.jackson.databind.node.ObjectNode) answer.at("/tracks/1"))
        .put("title", "Hoppípolla ".repeat(20));

    new AnalysisTable(answer).print(console.screen());

    assertThat(console.out().lines()).allMatch(line -> Text.width(line) <= columns);
    assertThat(console.out()).contains("…", "BPM", "Key", "Energy", "96.5", "8A Am", "0.42");
  }

  @Test
  void tellsThatThePlaylistIsOnItsWay() {
    var console = new Console();

    new AnalysisTable(Answers.pending()).print(console.screen());

    assertThat(console.out()).contains("on its way");
  }
}
