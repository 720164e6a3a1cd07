package io.linernotes.api.about;

import io.linernotes.api.exchange.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The console: {@code console/index.html} of this package at {@code /}, and the files that it loads
 * at {@code /console/}. Its sources are served unchanged.
 */
final class Console {

  /** The page may load its own files and call this server, nothing else. */
  private static final Map<String, String> POLICY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final String PAGE = AboutRoutes.resource("console/index.html");
  private static final Map<String, String> FILES = files();

  private Console() {}

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name :
        new String[] {
          "analysis.js",
          "api.js",
          "charts.js",
          "console.css",
          "dom.js",
          "icon.svg",
          "main.js",
          "mixing.js",
          "panels.js",
          "table.js"
        }) {
      files.put(name, AboutRoutes.resource("console/" + name));
    }
    return files;
  }

  /**
   * The page, with the path under which it is served.
   *
   * @param basePath empty, or a stage such as {@code /live}
   */
  static Answer page(String basePath) {
    return withPolicy("text/html; charset=utf-8", PAGE.replace("BASE", basePath));
  }

  /** One of the files that the page loads. */
  static Optional<Answer> file(String name) {
    return Optional.ofNullable(FILES.get(name)).map(text -> withPolicy(type(name), text));
  }

  private static String type(String name) {
    return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
  }

  private static Answer withPolicy(String contentType, String text) {
    Answer answer = AboutRoutes.document(contentType, text);
    for (var header : POLICY.entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }
}
