package io.linernotes.local.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** Which service a command talks to. */
final class ServiceOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "Where the service answers (${DEFAULT-VALUE}).")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "local",
      description = "The API key (${DEFAULT-VALUE}).")
  private String key = "local";

  ApiClient client() {
    if (url.getHost() == null || !("http".equals(url.getScheme()) || isHttps())) {
      throw new UsageException("--url is no http or https URL: " + url);
    }
    return new ApiClient(url, key);
  }

  private boolean isHttps() {
    return "https".equals(url.getScheme());
  }
}
