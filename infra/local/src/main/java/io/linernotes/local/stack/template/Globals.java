package io.linernotes.local.stack.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM's Globals: maps are merged, lists are joined, and a resource's own scalar wins. */
final class Globals {
  private static final String SERVERLESS = "AWS::Serverless::";

  private Globals() {}

  static Map<String, Object> merged(
      Map<String, Object> globals, String type, Map<String, Object> own) {
    var shared =
        type.startsWith(SERVERLESS) ? globals.get(type.substring(SERVERLESS.length())) : null;
    return shared == null ? own : merge(Yaml.asMap(shared, "Globals of " + type), own);
  }

  private static Map<String, Object> merge(Map<String, Object> shared, Map<String, Object> own) {
    var merged = new LinkedHashMap<>(shared);
    own.forEach((name, value) -> merged.merge(name, value, Globals::merge));
    return merged;
  }

  private static Object merge(Object shared, Object own) {
    if (shared instanceof Map<?, ?> && own instanceof Map<?, ?> && !isFunction(shared, own)) {
      return merge(Yaml.asMap(shared, "Globals"), Yaml.asMap(own, "Properties"));
    }
    if (shared instanceof List<?> first && own instanceof List<?> second) {
      var joined = new ArrayList<Object>(first);
      joined.addAll(second);
      return joined;
    }
    return own;
  }

  private static boolean isFunction(Object... values) {
    for (var value : values) {
      if (value instanceof Map<?, ?> map
          && map.keySet().stream()
              .anyMatch(key -> key.equals("Ref") || key.toString().startsWith("Fn::"))) {
        return true;
      }
    }
    return false;
  }
}
