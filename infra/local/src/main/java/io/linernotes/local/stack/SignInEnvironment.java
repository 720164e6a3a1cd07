package io.linernotes.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that sign-in needs on this machine: a redirect URI at the stack's own address, and
 * local session keys instead of those in Secrets Manager. A data directory keeps the keys as long
 * as the sessions that they encrypt.
 */
record SignInEnvironment(URI api, String sessionKeys) {
  private static final String REDIRECT_URI = "SPOTIFY_REDIRECT_URI";
  private static final String CALLBACK = "/v1/auth/spotify/callback";
  private static final String KEY_FILE = "session-keys.json";

  static SignInEnvironment of(URI api, Optional<Path> dataDirectory) throws IOException {
    return new SignInEnvironment(
        api, dataDirectory.isPresent() ? kept(dataDirectory.get()) : generated());
  }

  private static String kept(Path directory) throws IOException {
    var file = PrivateFile.directory(directory).resolve(KEY_FILE);
    try {
      PrivateFile.create(file);
      Files.writeString(file, generated(), UTF_8);
    } catch (FileAlreadyExistsException e) {
      // An earlier run created it. Its keys still decrypt that run's sessions.
    }
    return Files.readString(file, UTF_8);
  }

  private static String generated() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return "{\"current\":\"local\",\"local\":\"%s\"}".formatted(HexFormat.of().formatHex(bytes));
  }

  /** The sign-in variables that a function uses but that its own variables leave empty. */
  Map<String, String> completing(Map<String, String> variables) {
    var more = new LinkedHashMap<String, String>();
    if (variables.getOrDefault(REDIRECT_URI, "set").isBlank()) {
      more.put(REDIRECT_URI, api + CALLBACK);
    }
    if (variables.containsKey("SESSION_KEYS_ARN")) {
      more.put("SESSION_KEYS", sessionKeys);
    }
    return more;
  }

  @Override
  public String toString() {
    return "signing in by " + api + CALLBACK;
  }
}
