package io.linernotes.local.cli;

import java.net.URI;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that name the service a command calls, and the API key that it sends. */
final class ServiceOptions {
  private static final String LOCAL = "http://127.0.0.1:8080";

  private final Map<String, String> environment;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = LOCAL,
      description = "Where the service answers (${DEFAULT-VALUE}).")
  private URI url = URI.create(LOCAL);

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "local",
      description = "The API key (${DEFAULT-VALUE}).")
  private String key = "local";

  ServiceOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /** A client of that service, with the session that {@code login} saved for it. */
  ApiClient client() {
    return client(key);
  }

  /** As {@link #client()}, with another key. */
  ApiClient client(String key) {
    URI checked = url();
    return new ApiClient(checked, key, sessions().of(checked).orElse(null));
  }

  /** The options that select this service again, without the key; empty for the local service. */
  String told() {
    return url.toString().equals(LOCAL)
        ? ""
        : " --url " + url + (key.equals("local") ? "" : " --key …");
  }

  /** The API key. */
  String key() {
    return key;
  }

  /** The sessions that {@code login} saved. */
  SessionFile sessions() {
    return SessionFile.in(environment);
  }

  /** The service's URL. */
  URI url() {
    if (url.getHost() == null || !("http".equals(url.getScheme()) || isHttps())) {
      throw new UsageException("--url is no http or https URL: " + url);
    }
    return url;
  }

  private boolean isHttps() {
    return "https".equals(url.getScheme());
  }
}
