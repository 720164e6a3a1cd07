package io.linernotes.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that {@code login} created, by service, in {@code linernotes/sessions.json} in the
 * user's configuration directory. Only the user can read the file.
 */
final class SessionFile {
  private final Path file;

  private SessionFile(Path file) {
    this.file = file;
  }

  /** The file of the user whom the environment names. */
  static SessionFile in(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
    String configuration = environment.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
    return new SessionFile(Path.of(configuration, "linernotes", "sessions.json"));
  }

  /** The session for a service, if there is one. */
  Optional<String> of(URI service) {
    return Optional.ofNullable(read().path(name(service)).textValue());
  }

  /** Keeps a session for a service. */
  void keep(URI service, String session) {
    write(read().put(name(service), session));
  }

  /** Removes the session for a service. */
  void remove(URI service) {
    ObjectNode sessions = read();
    if (sessions.remove(name(service)) != null) {
      write(sessions);
    }
  }

  Path path() {
    return file;
  }

  private static String name(URI service) {
    return service.toString().replaceAll("/+$", "");
  }

  private ObjectNode read() {
    try {
      return Files.exists(file)
          ? (ObjectNode) ApiClient.JSON.readTree(Files.readString(file))
          : ApiClient.JSON.createObjectNode();
    } catch (JsonProcessingException | ClassCastException e) {
      throw unusable("is damaged: remove it and sign in again", e);
    } catch (IOException e) {
      throw unusable("cannot be read", e);
    }
  }

  private void write(ObjectNode sessions) {
    @Nullable Path written = null;
    try {
      Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
      // The file is created with its permissions, so that no other user can read it at any moment.
      written =
          Files.createTempFile(
              directory,
              "sessions",
              ".tmp",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(written, sessions.toPrettyString());
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable("cannot be written", e);
    }
  }

  private CommandException unusable(String why, Exception cause) {
    return new CommandException("The file with sessions, " + file + ", " + why + ".", cause);
  }
}
