package io.linernotes.local.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary directory with an unpacked zip of a function; closing deletes it. */
public record TaskDirectory(Path path) implements AutoCloseable {

  /** Unpacks the zip. */
  public static TaskDirectory of(Path zip) throws IOException {
    TaskDirectory directory = new TaskDirectory(Files.createTempDirectory("linernotes-task"));
    try {
      PackagedFunction.unpack(zip, directory.path());
      return directory;
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
