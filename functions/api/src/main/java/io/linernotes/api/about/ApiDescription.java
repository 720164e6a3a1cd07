package io.linernotes.api.about;

/** The OpenAPI description, {@code openapi.json} in this package, read at its first request. */
final class ApiDescription {

  /** How the file names its one server: as the local stack serves it by default. */
  private static final String SERVER = "\"url\": \"http://127.0.0.1:8080\"";

  private static final String TEXT = AboutRoutes.resource("openapi.json");

  static {
    if (TEXT.indexOf(SERVER) < 0) {
      throw new IllegalStateException("openapi.json has no server with " + SERVER);
    }
  }

  private ApiDescription() {}

  /** The description, naming the server that serves it, such as {@code https://host/live}. */
  static String servedBy(String url) {
    return TEXT.replace(SERVER, "\"url\": \"" + url + '"');
  }
}
