package io.linernotes.http;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call to make.
 *
 * @param name what the call is for, for logs: never the URL, which may hold a key
 * @param headers in addition to User-Agent and Accept, which every call has
 * @param form the body of a POST as {@code application/x-www-form-urlencoded}; null for a GET
 */
public record HttpCall(String name, URI uri, Map<String, String> headers, @Nullable String form) {

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** A GET. */
  public static HttpCall get(String name, URI uri) {
    return new HttpCall(name, uri, Map.of(), null);
  }

  /** The same call with one more header. */
  public HttpCall with(String header, String value) {
    Map<String, String> more = new java.util.HashMap<>(headers);
    more.put(header, value);
    return new HttpCall(name, uri, more, form);
  }

  @Override
  public String toString() {
    return name;
  }
}
