package io.linernotes.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LinernotesTest {
  private static final String TEMPLATE = Path.of("../../template.yaml").toString();

  private final Console console = new Console();

  @Test
  void tellsWhatThereIsWhenCalledWithNothing() {
    assertThat(console.run()).isEqualTo(2);

    assertThat(console.out()).startsWith("linernotes").contains("Usage:");
  }

  @Test
  void tellsOfEveryCommandInTheOverview() {
    assertThat(console.run("--help")).isZero();

    assertThat(
            new CommandLine(new Linernotes(), new Linernotes.Commands(console.screen(), Map.of()))
                .getSubcommands()
                .keySet())
        .allSatisfy(command -> assertThat(console.out()).contains("\n  " + command + " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "demo",
        "analyze",
        "warm",
        "status",
        "match",
        "mcp",
        "invalidate",
        "login",
        "invoke"
      })
  void everyCommandHasHelp(String command) {
    assertThat(console.run(command, "--help")).isZero();

    assertThat(console.out()).contains("Usage: linernotes " + command).contains("--verbose");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upp",
        "up --port no",
        "up --port 99999",
        "up --port -1",
        "invalidate",
        "invalidate --playlist 123",
        "up --parameter-overrides",
        "analyze",
        "analyze 123",
        "demo --scale fast",
        "status --what"
      })
  void refusesWhatMakesNoSense(String arguments) {
    assertThat(console.run(arguments.split(" "))).isEqualTo(2);

    assertThat(console.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    assertThat(console.err()).containsAnyOf("--help", "--port", "--playlist");
    assertThat(console.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "analyze", "invalidate", "login", "match"})
  void helpOfACommandIsItsHelp(String command) {
    console.run("help", command);
    var other = new Console();
    other.run(command, "--help");

    assertThat(console.out()).isEqualTo(other.out()).contains(command);
  }

  @Test
  void tellsItsVersion() {
    assertThat(console.run("--version")).isZero();

    assertThat(console.out()).matches("linernotes [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n");
  }

  @Test
  void completesEveryCommandInAShell() throws Exception {
    assertThat(console.run("completion")).isZero();

    var shell =
        new ProcessBuilder("bash", "-c", console.out() + "\ncomplete -p linernotes")
            .redirectErrorStream(true)
            .start();
    assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).contains("complete");
    assertThat(shell.waitFor()).isZero();
    assertThat(console.out())
        .contains("analyze", "invalidate", "--playlist", "--parameter-overrides");
  }

  @Test
  void theOverviewFitsAnOrdinaryTerminal() {
    console.run("--help");

    assertThat(console.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void saysThatNothingCanBeKeptThere(@TempDir Path directory) throws IOException {
    var file = Files.writeString(directory.resolve("file"), "");

    int code = console.run("up", "--template", TEMPLATE, "--data", file.resolve("data").toString());

    assertThat(code).isEqualTo(1);
    assertThat(console.err()).contains("--data").doesNotContain("Exception", "\tat ");
  }

  @Test
  void saysWhichParametersTheTemplateHas() {
    int code =
        console.run(
            "up", "--template", TEMPLATE, "--parameter-overrides", "Quota=1", "--port", "0");

    assertThat(code).isEqualTo(1);
    assertThat(console.err()).contains("Quota").contains("QuotaScale").doesNotContain("\tat ");
  }

  @Test
  void saysWhatAParameterLooksLike() {
    assertThat(console.run("up", "--parameter-overrides", "QuotaScale")).isEqualTo(2);

    assertThat(console.err()).contains("Name=Value");
  }

  @Test
  void saysWhichKeysTheRealProvidersNeed() {
    assertThat(console.run("up", "--live", "--template", TEMPLATE, "--port", "0")).isEqualTo(1);

    assertThat(console.err())
        .contains("SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET", "LASTFM_API_KEY", "CONTACT")
        .contains("developer.spotify.com", "last.fm/api");
  }

  @Test
  void saysThatAPortIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var port = String.valueOf(taken.getLocalPort());

      assertThat(console.run("up", "--template", TEMPLATE, "--port", port)).isEqualTo(1);

      assertThat(console.err()).contains(port).contains("--port");
    }
  }

  @Test
  void refusesAScaleThatIsNone() {
    assertThat(console.run("demo", "--scale", "0")).isEqualTo(2);

    assertThat(console.err()).contains("--scale");
  }
}
