package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnalyzeCommandTest {
  private static final String PLAYLIST = "linernotesDemoPlaylist";

  private final ScriptedApi api;
  private final Console console = new Console();

  AnalyzeCommandTest() throws IOException {
    api = new ScriptedApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void asksUntilNothingIsOnItsWay() {
    api.answers(202, Answers.pending().toString())
        .answers(202, Answers.partial().toString())
        .answers(200, Answers.partial().put("status", "complete").toString());

    assertThat(analyze("--include", "deezer,lastfm", "--key", "mine")).isZero();

    assertThat(api.requests())
        .hasSize(3)
        .containsOnly(
            "/v1/playlists/linernotesDemoPlaylist/analysis?include=deezer%2Clastfm&offset=0&limit=100");
    assertThat(api.lastKey()).isEqualTo("mine");
    assertThat(api.lastPreference()).isEqualTo("wait=1");
    assertThat(console.out()).contains("complete").contains("宇多田ヒカル");
    assertThat(console.err()).contains("reading the playlist").contains("66 %");
  }

  @Test
  void printsWhatIsThereWithoutWaiting() {
    api.answers(202, Answers.partial().toString());

    assertThat(analyze("--no-wait")).isZero();

    assertThat(api.lastPreference()).isNull();
    assertThat(console.err()).isEmpty();
    assertThat(console.out()).contains("partial");
  }

  @Test
  void printsOneDocumentOfAllPages() {
    var first = Answers.partial();
    first.withObject("/playlist").put("total_tracks", 105);
    var second = Answers.partial();
    second.withObject("/artists").putObject("Björk").put("status", "hit");
    api.answers(200, first.toString()).answers(200, second.toString());

    assertThat(analyze("--json")).isZero();

    var printed = Answers.parse(console.out());
    assertThat(printed.path("tracks")).hasSize(10);
    assertThat(printed.at("/artists/Björk/status").asText()).isEqualTo("hit");
    assertThat(api.requests().getLast()).endsWith("offset=100&limit=100");
  }

  @Test
  void comesBackWhenItIsAskedToComeLater() {
    api.answers(429, "{\"message\":\"Too Many Requests\"}", Map.of("Retry-After", "0"))
        .answers(200, Answers.partial().toString());

    assertThat(analyze()).isZero();
  }

  @Test
  void tellsAProblemInALine() {
    api.answers(
        400,
        """
        {"type":"about:blank","title":"Bad Request","status":400,"detail":"There is no section bpm: use deezer.","field":"include"}
        """);

    assertThat(analyze()).isEqualTo(1);

    assertThat(console.err())
        .isEqualTo("400 Bad Request: There is no section bpm: use deezer. (include)\n");
  }

  @Test
  void tellsThatItIsNotTheServiceThatAnswers() {
    api.answers(200, "<html>");

    assertThat(analyze()).isEqualTo(1);

    assertThat(console.err()).contains("check the --url").doesNotContain("\tat ");
  }

  @Test
  void tellsHowToStartAServiceWhenNoneAnswers() {
    api.close();

    assertThat(analyze()).isEqualTo(1);

    assertThat(console.err()).contains(api.url()).contains("./linernotes up");
  }

  private int analyze(String... more) {
    var arguments =
        new java.util.ArrayList<>(java.util.List.of("analyze", PLAYLIST, "--url", api.url() + "/"));
    arguments.addAll(java.util.List.of(more));
    return console.run(arguments.toArray(String[]::new));
  }
}
