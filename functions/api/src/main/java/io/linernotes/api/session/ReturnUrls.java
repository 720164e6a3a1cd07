package io.linernotes.api.session;

import io.linernotes.config.Configuration;
import io.linernotes.session.RedirectUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The URLs to which users may be redirected after a sign-in. The session travels in the fragment,
 * so each URL is https, or http on the user's own machine, and has no fragment of its own.
 */
public record ReturnUrls(Set<String> allowed) {

  private static final String VARIABLE = "ALLOWED_RETURN_URLS";
  private static final String CALLBACK = "/v1/auth/spotify/callback";
  private static final String COMMAND_LINE = "http://127.0.0.1/signed-in";
  private static final Pattern LOOPBACK_PORT =
      Pattern.compile("^(http://(?:127\\.0\\.0\\.1|\\[::1])):[0-9]{1,5}(?=/)");
  private static final Set<String> LOOPBACKS = Set.of("127.0.0.1", "[::1]", "localhost");

  /** Copies the URLs. */
  public ReturnUrls {
    allowed = Set.copyOf(allowed);
  }

  /**
   * The URLs in the function's variables.
   *
   * @throws IllegalStateException if one may not be redirected to, naming it and the remedy
   */
  static ReturnUrls from(Configuration configuration) {
    Set<String> urls = new LinkedHashSet<>();
    for (String url : configuration.optional(VARIABLE).orElse("").split(",", -1)) {
      if (!url.isBlank()) {
        urls.add(checked(url.strip()));
      }
    }
    return new ReturnUrls(urls);
  }

  /**
   * These and the service's own pages: the console, at the path above the callback's, and the page
   * with which the command line waits for a session on the user's machine.
   */
  ReturnUrls withOwnPages(RedirectUri callback) {
    Set<String> urls = new LinkedHashSet<>(allowed);
    urls.add(COMMAND_LINE);
    String uri = callback.toString();
    if (uri.endsWith(CALLBACK)) {
      urls.add(uri.substring(0, uri.length() - CALLBACK.length()) + "/");
    }
    return new ReturnUrls(urls);
  }

  private static String checked(String url) {
    URI uri = uri(url);
    if (uri.getHost() == null || uri.getUserInfo() != null) {
      throw refused(url, "is not a URL with a host");
    }
    if (uri.getRawFragment() != null) {
      throw refused(url, "has a fragment, where the session is put");
    }
    boolean isLoopback = "http".equals(uri.getScheme()) && LOOPBACKS.contains(uri.getHost());
    if (!"https".equals(uri.getScheme()) && !isLoopback) {
      throw refused(url, "is neither https nor http with a loopback address");
    }
    return url;
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw refused(url, "is not a URL");
    }
  }

  private static IllegalStateException refused(String url, String why) {
    return new IllegalStateException(
        VARIABLE + ": " + url + " " + why + ". Set it to URLs separated by commas.");
  }

  /**
   * The URL, if users may be redirected there. A program on the user's machine listens on any free
   * port (RFC 8252, 7.3), so a loopback address that is listed without a port allows every port.
   */
  Optional<URI> find(String url) {
    boolean isAllowed =
        allowed.contains(url) || allowed.contains(LOOPBACK_PORT.matcher(url).replaceFirst("$1"));
    return isAllowed ? Optional.of(URI.create(url)) : Optional.empty();
  }
}
