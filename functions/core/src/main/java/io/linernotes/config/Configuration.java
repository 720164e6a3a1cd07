package io.linernotes.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The environment variables of a function. A missing or malformed variable is an {@link
 * IllegalStateException} that names the variable and the remedy; so a function fails when it is
 * constructed and not at its first request. A blank variable counts as missing, because an empty
 * template parameter becomes a blank variable.
 */
public final class Configuration {

  private final Map<String, String> variables;

  private Configuration(Map<String, String> variables) {
    this.variables = Collections.unmodifiableMap(variables);
  }

  /** The configuration in these variables, usually {@code System.getenv()}. */
  public static Configuration of(Map<String, String> variables) {
    return new Configuration(variables);
  }

  /** The variable's value, stripped; nothing if it is absent or blank. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * The variable's value, stripped.
   *
   * @param remedy what to do if there is none, as a sentence: {@code "Set it to the table's name."}
   * @throws IllegalStateException if it has none
   */
  public String required(String name, String remedy) {
    return optional(name)
        .orElseThrow(() -> new IllegalStateException(name + " is not set. " + remedy));
  }

  /**
   * A base URL, to which paths can be appended: it ends without a slash, however it was given.
   *
   * @throws IllegalStateException if it is missing, or no absolute http or https URL
   */
  public URI uri(String name, String remedy) {
    return baseUrl(name, required(name, remedy), remedy);
  }

  /**
   * A base URL as of {@link #uri}, if the variable has a value.
   *
   * @throws IllegalStateException if it is no absolute http or https URL
   */
  public Optional<URI> optionalUri(String name, String remedy) {
    return optional(name).map(value -> baseUrl(name, value, remedy));
  }

  /**
   * The whole number in the variable, or {@code fallback} if it has no value.
   *
   * @throws IllegalStateException if it is no number of at least {@code least}
   */
  public int wholeNumber(String name, int fallback, int least) {
    return optional(name).map(value -> wholeNumber(name, value, least)).orElse(fallback);
  }

  /**
   * The positive number in the variable, or {@code fallback} if it has no value.
   *
   * @throws IllegalStateException if it is no positive finite number
   */
  public double decimal(String name, double fallback) {
    return optional(name).map(value -> decimal(name, value)).orElse(fallback);
  }

  /** The variables' names; their values may be secrets. */
  @Override
  public String toString() {
    return "Configuration" + new TreeSet<>(variables.keySet());
  }

  private static URI baseUrl(String name, String value, String remedy) {
    try {
      URI uri = new URI(value.replaceAll("/+$", ""));
      if (uri.getHost() != null && ("http".equals(uri.getScheme()) || isHttps(uri))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Neither the message nor the cause repeats the value: a URL may hold a password.
    }
    throw new IllegalStateException(name + " is not an http or https URL. " + remedy);
  }

  private static boolean isHttps(URI uri) {
    return "https".equals(uri.getScheme());
  }

  private static int wholeNumber(String name, String value, int least) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalStateException(
        name + " is " + value + ". Set it to a whole number of at least " + least + ".");
  }

  private static double decimal(String name, String value) {
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number) && number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalStateException(
        name + " is " + value + ". Set it to a positive number such as 1 or 0.5.");
  }
}
