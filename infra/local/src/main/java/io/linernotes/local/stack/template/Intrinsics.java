package io.linernotes.local.stack.template;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CloudFormation's intrinsic functions, evaluated with the values of one stack. */
public final class Intrinsics {
  /** What {@code !Ref AWS::NoValue} gives: the property that holds it is left out. */
  static final Object NO_VALUE = new Object();

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private final Map<String, String> variables;
  private final Map<String, Object> mappings;
  private final Map<String, Object> conditions;
  private final Map<String, Boolean> evaluated = new HashMap<>();
  private final Set<String> evaluating = new HashSet<>();
  private final References resources;

  /** What the template's resources look like from outside. */
  interface References {
    @Nullable String ref(String logicalId);

    @Nullable String attribute(String logicalId, String attribute);
  }

  Intrinsics(
      Map<String, String> variables,
      Map<String, Object> mappings,
      Map<String, Object> conditions,
      References resources) {
    this.variables = variables;
    this.mappings = mappings;
    this.conditions = conditions;
    this.resources = resources;
  }

  Object resolve(Object value) {
    return switch (value) {
      case List<?> list -> resolveList(list);
      case Map<?, ?> map when map.size() == 1 -> resolveSingle(map);
      case Map<?, ?> map -> resolveMap(map);
      default -> value;
    };
  }

  /** Resolves the value when it is a function itself, and leaves alone what is inside a map. */
  Object resolveHead(Object value) {
    return value instanceof Map<?, ?> map && map.size() == 1 && isFunction(map)
        ? resolve(map)
        : value;
  }

  private static boolean isFunction(Map<?, ?> map) {
    var key = (String) map.keySet().iterator().next();
    return key.equals("Ref") || key.startsWith("Fn::");
  }

  boolean condition(String name) {
    var known = evaluated.get(name);
    if (known != null) {
      return known;
    }
    var definition = conditions.get(name);
    if (definition == null) {
      throw new TemplateException("There is no condition " + name);
    }
    if (!evaluating.add(name)) {
      throw new TemplateException("Condition " + name + " depends on itself");
    }
    var holds = bool(resolve(definition), "Condition " + name);
    evaluated.put(name, holds);
    return holds;
  }

  private List<Object> resolveList(List<?> list) {
    var resolved = new ArrayList<Object>();
    for (var element : list) {
      var value = resolve(element);
      if (value != NO_VALUE) {
        resolved.add(value);
      }
    }
    return resolved;
  }

  private Map<String, Object> resolveMap(Map<?, ?> map) {
    var resolved = new LinkedHashMap<String, Object>();
    map.forEach(
        (key, element) -> {
          var value = resolve(element);
          if (value != NO_VALUE) {
            resolved.put((String) key, value);
          }
        });
    return resolved;
  }

  private Object resolveSingle(Map<?, ?> map) {
    var entry = map.entrySet().iterator().next();
    var argument = entry.getValue();
    return switch ((String) entry.getKey()) {
      case "Ref" -> ref(string(argument, "Ref"));
      case "Condition" ->
          argument instanceof String name ? String.valueOf(condition(name)) : resolveMap(map);
      case "Fn::GetAtt" -> getAtt(argument);
      case "Fn::Sub" -> sub(argument);
      case "Fn::If" -> choose(arguments(argument, 3, "Fn::If"));
      case "Fn::Equals" -> equal(arguments(argument, 2, "Fn::Equals"));
      case "Fn::Not" -> String.valueOf(!holds(arguments(argument, 1, "Fn::Not").getFirst()));
      case "Fn::And" -> String.valueOf(list(argument, "Fn::And").stream().allMatch(this::holds));
      case "Fn::Or" -> String.valueOf(list(argument, "Fn::Or").stream().anyMatch(this::holds));
      case "Fn::Join" -> join(arguments(argument, 2, "Fn::Join"));
      case "Fn::Split" -> split(arguments(argument, 2, "Fn::Split"));
      case "Fn::Select" -> select(arguments(argument, 2, "Fn::Select"));
      case "Fn::FindInMap" -> findInMap(list(argument, "Fn::FindInMap"));
      case "Fn::Base64" -> base64(text(argument, "Fn::Base64"));
      case "Fn::GetAZs" -> List.of("us-east-1a", "us-east-1b");
      case String function when function.startsWith("Fn::") ->
          throw new TemplateException(function + " is not supported here");
      default -> resolveMap(map);
    };
  }

  private Object ref(String name) {
    if (name.equals("AWS::NoValue")) {
      return NO_VALUE;
    }
    var value = variables.containsKey(name) ? variables.get(name) : resources.ref(name);
    if (value == null) {
      throw new TemplateException(
          "!Ref %s: there is no such parameter or resource".formatted(name));
    }
    return value;
  }

  private String getAtt(Object argument) {
    var path =
        argument instanceof List<?> parts
            ? parts.stream().map(part -> text(part, "Fn::GetAtt")).collect(joining("."))
            : string(argument, "Fn::GetAtt");
    var dot = path.indexOf('.');
    if (dot < 0) {
      throw new TemplateException("!GetAtt %s: it takes Resource.Attribute".formatted(path));
    }
    var value = resources.attribute(path.substring(0, dot), path.substring(dot + 1));
    if (value == null) {
      throw new TemplateException("!GetAtt %s: there is no such resource".formatted(path));
    }
    return value;
  }

  private String sub(Object argument) {
    if (argument instanceof List<?> both) {
      var own = resolveMap(Yaml.asMap(both.get(1), "The second argument of Fn::Sub"));
      return substitute(string(both.getFirst(), "Fn::Sub"), own);
    }
    return substitute(string(argument, "Fn::Sub"), Map.of());
  }

  private String substitute(String text, Map<String, Object> own) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(variable(match.group(1), match.group(2), own)));
  }

  private String variable(String escape, String name, Map<String, Object> own) {
    if (!escape.isEmpty()) {
      return "${" + name + "}";
    }
    var given = own.get(name);
    if (given != null) {
      return text(given, "${" + name + "}");
    }
    return name.contains(".") ? getAtt(name) : text(ref(name), "${" + name + "}");
  }

  private Object choose(List<Object> arguments) {
    var branch = condition(string(arguments.getFirst(), "Fn::If")) ? 1 : 2;
    return resolve(arguments.get(branch));
  }

  private String equal(List<Object> arguments) {
    return String.valueOf(resolve(arguments.get(0)).equals(resolve(arguments.get(1))));
  }

  private boolean holds(Object condition) {
    return bool(resolve(condition), "A condition");
  }

  private String join(List<Object> arguments) {
    return list(resolve(arguments.get(1)), "Fn::Join").stream()
        .map(part -> text(part, "Fn::Join"))
        .collect(joining(string(arguments.getFirst(), "Fn::Join")));
  }

  private List<Object> split(List<Object> arguments) {
    var delimiter = Pattern.quote(string(arguments.getFirst(), "Fn::Split"));
    return List.of((Object[]) text(arguments.get(1), "Fn::Split").split(delimiter, -1));
  }

  private Object select(List<Object> arguments) {
    var index = Integer.parseInt(text(arguments.getFirst(), "Fn::Select"));
    var from = resolve(arguments.get(1));
    var choices = from instanceof String text ? List.<Object>of((Object[]) text.split(",")) : from;
    var values = list(choices, "Fn::Select");
    if (index < 0 || index >= values.size()) {
      throw new TemplateException("Fn::Select: there is no element " + index);
    }
    return resolve(values.get(index));
  }

  private Object findInMap(List<Object> arguments) {
    Object found = mappings;
    var keys = new ArrayList<String>();
    for (var argument : arguments.subList(0, 3)) {
      keys.add(text(argument, "Fn::FindInMap"));
      found = Yaml.asMap(found, "Mappings").get(keys.getLast());
      if (found == null) {
        throw new TemplateException("Fn::FindInMap: there is no " + String.join(".", keys));
      }
    }
    return resolve(found);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Object> arguments(Object value, int count, String function) {
    var arguments = list(value, function);
    if (arguments.size() != count) {
      throw new TemplateException(
          "%s takes %d arguments, not %d".formatted(function, count, arguments.size()));
    }
    return arguments;
  }

  private static List<Object> list(Object value, String where) {
    return Yaml.asList(value, where);
  }

  private String text(Object value, String where) {
    return string(resolve(value), where);
  }

  private static String string(Object value, String where) {
    if (value instanceof String text) {
      return text;
    }
    throw new TemplateException(where + " must be a string");
  }

  private static boolean bool(Object value, String where) {
    if (value.equals("true") || value.equals("false")) {
      return value.equals("true");
    }
    throw new TemplateException(where + " must be true or false");
  }
}
