package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {
  private static final URI HERE = URI.create("http://127.0.0.1:8080/");
  private static final URI THERE = URI.create("https://api.example.org/prod");

  @TempDir private Path directory;

  @Test
  void keepsOneSessionForEachService() {
    file().keep(HERE, "one");
    file().keep(THERE, "two");
    file().keep(HERE, "three");

    assertThat(file().of(URI.create("http://127.0.0.1:8080"))).contains("three");
    assertThat(file().of(THERE)).contains("two");

    file().remove(THERE);
    assertThat(file().of(THERE)).isEmpty();
    assertThat(file().of(HERE)).contains("three");
  }

  @Test
  void onlyTheUserCanReadIt() throws IOException {
    file().keep(HERE, "one");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path())))
        .isEqualTo("rw-------");
    assertThat(file().path().getParent())
        .isDirectoryContaining(path -> path.endsWith("sessions.json"));
    try (var files = Files.list(file().path().getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void saysThatItIsDamaged() throws IOException {
    file().keep(HERE, "one");
    Files.writeString(file().path(), "[");

    assertThatThrownBy(() -> file().of(HERE))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void isInTheHomeDirectoryWhereNothingElseIsSaid() {
    assertThat(SessionFile.in(Map.of("HOME", "/home/ada")).path())
        .isEqualTo(Path.of("/home/ada/.config/linernotes/sessions.json"));
  }

  private SessionFile file() {
    return SessionFile.in(Map.of("XDG_CONFIG_HOME", directory.toString()));
  }
}
