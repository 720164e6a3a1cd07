package io.linernotes.api.about;

/**
 * The OpenAPI description, {@code openapi.json} in this package, which is read at its first
 * request.
 */
final class ApiDescription {

  /** The file's one server entry, the default address of the local stack. */
  private static final String SERVER = "\"url\": \"http://127.0.0.1:8080\"";

  private static final String TEXT = AboutRoutes.resource("openapi.json");

  static {
    if (TEXT.indexOf(SERVER) < 0) {
      throw new IllegalStateException("openapi.json has no server with " + SERVER);
    }
  }

  private ApiDescription() {}

  /** The description with the URL of its server, such as {@code https://host/live}. */
  static String servedBy(String url) {
    return TEXT.replace(SERVER, "\"url\": \"" + url + '"');
  }
}
