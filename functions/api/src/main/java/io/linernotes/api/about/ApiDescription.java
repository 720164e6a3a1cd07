package io.linernotes.api.about;

/** The OpenAPI description, {@code openapi.json} in this package, read at its first request. */
final class ApiDescription {

  private static final String SERVERS = "\"servers\": [{ \"url\": \"";
  private static final String BEFORE;
  private static final String AFTER;

  static {
    String text = AboutRoutes.resource("openapi.json");
    int url = text.indexOf(SERVERS) + SERVERS.length();
    if (url < SERVERS.length() || !text.startsWith("/\"", url)) {
      throw new IllegalStateException("openapi.json must have one server, and its url must be /");
    }
    BEFORE = text.substring(0, url);
    AFTER = text.substring(url + 1);
  }

  private ApiDescription() {}

  /**
   * The description, naming the server that serves it.
   *
   * @param basePath the prefix of the paths there: empty, or a stage such as {@code /live}
   */
  static String servedUnder(String basePath) {
    return BEFORE + (basePath.isEmpty() ? "/" : basePath) + AFTER;
  }
}
