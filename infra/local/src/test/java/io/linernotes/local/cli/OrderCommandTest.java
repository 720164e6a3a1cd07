package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderCommandTest {
  private static final String ORDER =
      """
      {"status": "complete", "order": {"score": 0.812, "given_score": 0.4, "arc_fit": 0.5,
       "tracks": [
         {"position": 1, "title": "Hoppípolla", "artists": ["Sigur Rós"], "mix": {"bpm": 72.4, "camelot": "7B", "key": "F", "energy": 0.9}},
         {"position": 0, "title": "花束を君に", "artists": ["宇多田ヒカル"], "mix": {"bpm": null, "camelot": null, "key": null, "energy": null}}],
       "transitions": [{"score": 0.812, "clash": true, "reason": "7B to 1A, keys clash; BPM of the second unknown"}]}}
      """;

  private final ScriptedApi api;
  private final Console console = new Console(60);

  OrderCommandTest() throws IOException {
    api = new ScriptedApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void printsTheOrderAndWhatClashes() {
    api.answers(202, "{\"status\":\"pending\"}").answers(200, ORDER);

    assertThat(order("--arc", "peak", "--start", "2", "--end", "1")).isZero();

    assertThat(api.requests())
        .containsOnly("/v1/playlists/linernotesDemoPlaylist/order")
        .hasSize(2);
    assertThat(api.lastBody()).isEqualTo("{\"arc\":\"peak\",\"start\":1,\"end\":0}");
    assertThat(console.out().lines())
        .containsExactly(
            "#  Artist – title              BPM  Key   Energy  Score",
            "─  ─────────────────────────  ────  ────  ──────  ─────",
            "2  Sigur Rós – Hoppípolla     72.4  7B F    0.90",
            "1  宇多田ヒカル – 花束を君に     –  –          –   0.81",
            "",
            "Clash before 2: 7B to 1A, keys clash; BPM of the second unk…",
            "Transitions score 0.81 on average; in the given order 0.40.");
  }

  @Test
  void knowsNoOtherArc() {
    assertThat(order("--arc", "spiral")).isEqualTo(2);

    assertThat(console.err()).contains("BUILD, PEAK, CHILL, WAVE");
  }

  private int order(String... more) {
    var arguments =
        new java.util.ArrayList<>(
            java.util.List.of("order", "linernotesDemoPlaylist", "--url", api.url()));
    arguments.addAll(java.util.List.of(more));
    return console.run(arguments.toArray(String[]::new));
  }
}
