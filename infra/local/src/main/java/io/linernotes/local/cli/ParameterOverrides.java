package io.linernotes.local.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values for the template's parameters, written as SAM takes them. */
final class ParameterOverrides {
  private static final Pattern SHORT = Pattern.compile("([A-Za-z0-9]+)=(.*)", Pattern.DOTALL);
  private static final Pattern LONG =
      Pattern.compile("ParameterKey=([A-Za-z0-9]+),ParameterValue=(.*)", Pattern.DOTALL);

  private ParameterOverrides() {}

  /**
   * Parses {@code Name=Value} and {@code ParameterKey=Name,ParameterValue=Value} into values by
   * parameter name. The last value of a name wins.
   */
  static Map<String, String> parse(List<String> overrides) {
    var values = new LinkedHashMap<String, String>();
    for (var override : overrides) {
      var matcher = matcher(override);
      if (!matcher.matches()) {
        throw new UsageException(
            "'%s' is no parameter: write Name=Value, as in QuotaScale=10".formatted(override));
      }
      values.put(matcher.group(1), unquoted(matcher.group(2)));
    }
    return values;
  }

  private static Matcher matcher(String override) {
    var long_ = LONG.matcher(override);
    return long_.matches() ? long_ : SHORT.matcher(override);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
