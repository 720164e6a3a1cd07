package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichCommandTest {
  private static final String TRACKS = "Track Name,Artist Name(s)\nJóga,Björk\n";

  @TempDir private Path directory;

  private final ScriptedApi api;
  private final Console console = new Console();

  EnrichCommandTest() throws IOException {
    api = new ScriptedApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void waitsForTheWholeResultAndWritesItInTheFormatOfItsName() throws IOException {
    api.answers(202, "{\"status\":\"partial\"}").answers(200, "{\"status\":\"complete\"}");
    Path output = directory.resolve("set.json");

    assertThat(enrich(file("set.csv"), "--output", output.toString())).isZero();

    assertThat(api.requests()).containsOnly("/v1/tracks/enrichment").hasSize(2);
    assertThat(api.lastBody()).isEqualTo(TRACKS);
    assertThat(api.lastTypes()).isEqualTo("text/csv -> application/json");
    assertThat(Files.readString(output)).isEqualTo("{\"status\":\"complete\"}");
    assertThat(console.out()).isEmpty();
  }

  @Test
  void printsTheFormatThatItRead() throws IOException {
    api.answers(200, "Track Name,BPM\r\nJóga,157.4\r\n");

    assertThat(enrich(file("set.csv"))).isZero();

    assertThat(api.lastTypes()).isEqualTo("text/csv -> text/csv");
    assertThat(console.out()).isEqualTo("Track Name,BPM\r\nJóga,157.4\n");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void saysWhatItCannotRead() throws IOException {
    assertThat(enrich(file("set.txt"))).isEqualTo(2);
    assertThat(enrich(directory.resolve("absent.csv"))).isEqualTo(1);

    assertThat(console.err())
        .contains("neither with .csv nor with .json", "absent.csv cannot be read")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void passesOnWhichLineIsWrong() throws IOException {
    api.answers(400, "{\"title\":\"Bad Request\",\"detail\":\"Line 2 describes no track.\"}");

    assertThat(enrich(file("set.csv"))).isEqualTo(1);

    assertThat(console.err()).isEqualTo("400 Bad Request: Line 2 describes no track.\n");
  }

  private Path file(String name) throws IOException {
    return Files.writeString(directory.resolve(name), TRACKS);
  }

  private int enrich(Path file, String... more) {
    var arguments =
        new java.util.ArrayList<>(java.util.List.of("enrich", file.toString(), "--url", api.url()));
    arguments.addAll(java.util.List.of(more));
    return console.run(arguments.toArray(String[]::new));
  }
}
