package io.linernotes.local.stack.template;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The template's parameters with the values of one stack, checked against their declarations. */
final class Parameters {
  private Parameters() {}

  static Map<String, String> values(Map<String, Object> declared, Map<String, String> overrides) {
    for (var name : overrides.keySet()) {
      if (!declared.containsKey(name)) {
        throw new TemplateException(
            "There is no parameter %s: the template has %s".formatted(name, names(declared)));
      }
    }
    var values = new LinkedHashMap<String, String>();
    declared.forEach((name, declaration) -> values.put(name, value(name, declaration, overrides)));
    return values;
  }

  private static String names(Map<String, Object> declared) {
    return declared.isEmpty() ? "none" : declared.keySet().stream().sorted().collect(joining(", "));
  }

  private static String value(String name, Object declaration, Map<String, String> overrides) {
    var parameter = Yaml.asMap(declaration, "Parameter " + name);
    var value = overrides.getOrDefault(name, text(parameter, "Default"));
    if (value == null) {
      throw new TemplateException("Parameter %s has no default: give %s=...".formatted(name, name));
    }
    check(name, value, parameter);
    return value;
  }

  private static void check(String name, String value, Map<String, Object> parameter) {
    var type = parameter.getOrDefault("Type", "String");
    var allowed = (List<?>) parameter.getOrDefault("AllowedValues", List.of());
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      throw bad(name, value, parameter, "it must be one of " + joined(allowed));
    }
    var pattern = text(parameter, "AllowedPattern");
    if (pattern != null && !Pattern.matches(pattern, value)) {
      throw bad(name, value, parameter, "it must match " + pattern);
    }
    if (Set.of("Number", "List<Number>").contains(type)) {
      for (var number : type.equals("Number") ? List.of(value) : List.of(value.split(","))) {
        checkNumber(name, number.strip(), parameter);
      }
    } else {
      checkLength(name, value, parameter);
    }
  }

  private static void checkNumber(String name, String value, Map<String, Object> parameter) {
    var number = number(name, value, parameter);
    var least = text(parameter, "MinValue");
    var most = text(parameter, "MaxValue");
    if (least != null && number.compareTo(new BigDecimal(least)) < 0) {
      throw bad(name, value, parameter, "it must be at least " + least);
    }
    if (most != null && number.compareTo(new BigDecimal(most)) > 0) {
      throw bad(name, value, parameter, "it must be at most " + most);
    }
  }

  private static BigDecimal number(String name, String value, Map<String, Object> parameter) {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw bad(name, value, parameter, "it must be a number");
    }
  }

  private static void checkLength(String name, String value, Map<String, Object> parameter) {
    var least = text(parameter, "MinLength");
    var most = text(parameter, "MaxLength");
    if (least != null && value.length() < Integer.parseInt(least)) {
      throw bad(name, value, parameter, "it must have at least " + least + " characters");
    }
    if (most != null && value.length() > Integer.parseInt(most)) {
      throw bad(name, value, parameter, "it must have at most " + most + " characters");
    }
  }

  private static TemplateException bad(
      String name, String value, Map<String, Object> parameter, String why) {
    var shown = "true".equals(text(parameter, "NoEcho")) ? "****" : value;
    var hint = text(parameter, "ConstraintDescription");
    return new TemplateException(
        "Parameter %s cannot be '%s': %s%s"
            .formatted(name, shown, why, hint == null ? "" : " (" + hint + ")"));
  }

  private static String joined(List<?> values) {
    return values.stream().map(String::valueOf).collect(joining(", "));
  }

  private static @Nullable String text(Map<String, Object> parameter, String name) {
    return parameter.get(name) instanceof String text ? text : null;
  }
}
