package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchCommandTest {
  private static final String HEADER =
      "id\ta_title\ta_artists\ta_duration_ms\tb_title\tb_artists\tb_duration_ms";

  private final Console console = new Console();

  @TempDir private Path directory;

  @Test
  void carriesEveryRowThroughAndAddsTheDecision() throws IOException {
    Path file =
        file(
            HEADER,
            "1\tHalo\tBeyoncé\t261000\tHalo (Live)\tBeyonce\t261400",
            "",
            "2\t\"Halo\"\tBeyoncé ; Somebody\t\tHalo\tBeyonce\t261400");

    assertThat(console.run("match", file.toString())).isZero();

    List<String> lines = console.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo(HEADER + "\taccepted\tlikeness\tconfidence\treason");
    assertThat(lines.get(1))
        .startsWith(
            "1\tHalo\tBeyoncé\t261000\tHalo (Live)\tBeyonce\t261400\tfalse\tdifferent\t0.00\t")
        .containsIgnoringCase("title");
    assertThat(lines.get(2)).contains("\ttrue\texact\t0.50\t").startsWith("2\t\"Halo\"\t");
  }

  @Test
  void readsWindowsLinesWithAByteOrderMarkAndColumnsInAnyOrder() throws IOException {
    Path file = directory.resolve("pairs.tsv");
    Files.writeString(
        file,
        "\uFEFFb_title\tb_artists\tb_duration_ms\ta_title\ta_artists\ta_duration_ms\r\n"
            + "Halo\tBeyoncé\t\tHalo\tBeyoncé\t\r\n");

    assertThat(console.run("match", file.toString())).isZero();

    assertThat(console.out().lines()).hasSize(2).last().asString().contains("\ttrue\t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,Halo,A,12,Halo,A | line 2 | 6 columns",
        "1,,A,12,Halo,A,12 | line 2 | a_title is empty",
        "1,Halo,A,12,Halo, ,12 | line 2 | b_artists is empty",
        "1,Halo,A,12,Halo,A,4:21 | line 2 | b_duration_ms",
        "1,Halo,A,-3,Halo,A,12 | line 2 | a_duration_ms",
        "1,Halo,A,99999999999999999999,Halo,A,12 | line 2 | a_duration_ms",
      })
  void tellsTheLineAndTheColumnOfABadRow(String row, String line, String what) throws IOException {
    Path file = file(HEADER, row.replace(',', '\t'));

    assertThat(console.run("match", file.toString())).isEqualTo(1);

    assertThat(console.err()).contains("pairs.tsv").contains(line).contains(what);
    assertThat(console.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a_title;b_title | a_artists",
        "'' | first line",
        "id;id;a_title;a_artists;a_duration_ms;b_title;b_artists;b_duration_ms | second column id",
        "accepted;a_title;a_artists;a_duration_ms;b_title;b_artists;b_duration_ms | accepted",
      })
  void tellsWhatIsWrongWithAHeader(String header, String what) throws IOException {
    Path file = file(header.replace(';', '\t'));

    assertThat(console.run("match", file.toString())).isEqualTo(1);

    assertThat(console.err()).contains("pairs.tsv").contains(what);
  }

  @Test
  void tellsThatAFileIsNotThereOrNotText() throws IOException {
    assertThat(console.run("match", directory.resolve("none.tsv").toString())).isEqualTo(1);
    assertThat(console.err()).contains("none.tsv is not there");

    Path file = directory.resolve("latin.tsv");
    Files.write(file, "a_title\tBeyonc\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(console.run("match", file.toString())).isEqualTo(1);
    assertThat(console.err()).contains("latin.tsv is not UTF-8");
  }

  @Test
  void explainsOnePair() {
    assertThat(
            console.run(
                "match",
                "--title=Halo",
                "--artist=Beyoncé",
                "--duration=4:21",
                "--other-title=Halo",
                "--other-artist=Beyonce",
                "--other-duration=262.5"))
        .isZero();

    assertThat(console.out().lines())
        .containsExactly(
            "The same recording, with a confidence of 0.85:",
            "- The titles agree.",
            "- The artists agree.",
            "- The durations agree, 1.5 s apart.");
  }

  @Test
  void explainsWhyAPairIsRefused() {
    assertThat(
            console.run(
                "match",
                "--title=Halo",
                "--artist=Beyoncé",
                "--other-title=Halo (Live)",
                "--other-artist=Beyoncé"))
        .isZero();

    assertThat(console.out().lines())
        .containsExactly(
            "Not taken for the same recording:",
            "- Only the second title is a version: \"live\".",
            "- The artists agree.",
            "- A duration is not known.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "match | --title",
        "match --title Halo | --artist",
        "match --title Halo --artist A | --other-title",
        "match --title Halo --artist A --duration soon --other-title H --other-artist A | --duration",
        "match some.tsv --title Halo | not both",
      })
  void refusesWhatMakesNoSense(String arguments, String what) {
    assertThat(console.run(arguments.split(" "))).isEqualTo(2);

    assertThat(console.err()).contains(what);
  }

  private Path file(String... lines) throws IOException {
    return Files.write(directory.resolve("pairs.tsv"), List.of(lines));
  }
}
