package io.linernotes.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into {@code version.properties}. */
final class ProjectVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var properties = new Properties();
    try (var file = ProjectVersion.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new String[] {"linernotes " + properties.getProperty("version")};
  }
}
