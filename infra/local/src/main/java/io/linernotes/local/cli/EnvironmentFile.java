package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linernotes.local.stack.LocalStack;
import io.linernotes.local.stack.PrivateFile;
import io.linernotes.local.stack.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment variables through which functions reach a running stack, in the form that {@code
 * sam local invoke --env-vars} reads: {@code {"ApiFunction":{"CACHE_TABLE":"…"},…}}.
 */
final class EnvironmentFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOOPBACK = "://127.0.0.1:";

  private EnvironmentFile() {}

  /**
   * Writes the variables of all of the stack's functions.
   *
   * @param host the host name or address at which the functions reach this machine
   */
  static void write(LocalStack stack, String host, Path file) {
    var functions = new LinkedHashMap<String, Map<String, String>>();
    for (FunctionSpec function : stack.topology().functions()) {
      var variables = new TreeMap<>(stack.environmentOf(function.logicalId()));
      variables.replaceAll((name, value) -> reached(name, value, host));
      functions.put(function.logicalId(), variables);
    }
    try {
      var directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Files.deleteIfExists(file);
      PrivateFile.create(file);
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), functions);
    } catch (IOException e) {
      throw new CommandException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * Replaces loopback hosts with {@code host}. The redirect URI stays unchanged: a browser on this
   * machine opens it, and Spotify refuses other hosts.
   */
  private static String reached(String name, String value, String host) {
    return name.equals("SPOTIFY_REDIRECT_URI")
        ? value
        : value.replace(LOOPBACK, "://" + host + ":");
  }

  /** Reads one function's variables from such a file. */
  static Map<String, String> read(Path file, String function) {
    JsonNode functions;
    try {
      functions = JSON.readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new CommandException(
          file + " is not there: start ./linernotes up --env-vars " + file + " first.", e);
    } catch (IOException e) {
      throw new CommandException(file + " cannot be read: " + e.getMessage(), e);
    }
    if (!functions.path(function).isObject()) {
      throw new CommandException(file + " has no variables for " + function + ".");
    }
    var variables = new LinkedHashMap<String, String>();
    functions
        .path(function)
        .propertyStream()
        .forEach(each -> variables.put(each.getKey(), each.getValue().asText()));
    return variables;
  }
}
