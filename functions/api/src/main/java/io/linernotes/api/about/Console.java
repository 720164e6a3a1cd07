package io.linernotes.api.about;

import io.linernotes.session.Sha256;
import java.util.Base64;
import java.util.Map;

/** The page at {@code /}, {@code console.html} in this package. It loads nothing else. */
final class Console {

  static final String PAGE = AboutRoutes.resource("console.html");

  /** The page may run its own script, apply its own style, and call this server. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src "
              + hash("script")
              + "; style-src "
              + hash("style")
              + "; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer");

  private Console() {}

  /** The source expression that allows the page's one element of that name. */
  private static String hash(String element) {
    int start = PAGE.indexOf("<" + element + ">") + element.length() + 2;
    int end = PAGE.indexOf("</" + element + ">", start);
    return "'sha256-"
        + Base64.getEncoder().encodeToString(Sha256.of(PAGE.substring(start, end)))
        + "'";
  }
}
