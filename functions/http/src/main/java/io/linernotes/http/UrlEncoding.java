package io.linernotes.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Percent encoding in UTF-8, of queries and of forms. */
public final class UrlEncoding {

  private UrlEncoding() {}

  /** A text as a query parameter, with spaces as {@code %20}. */
  public static String encoded(String text) {
    return formEncoded(text).replace("+", "%20");
  }

  /**
   * Fields as {@code application/x-www-form-urlencoded}, in the map's order, with spaces as {@code
   * +}.
   */
  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> formEncoded(field.getKey()) + "=" + formEncoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String formEncoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
