package io.linernotes.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spotify's {@code fields} parameter, such as {@code name,tracks.total} or {@code
 * items(added_at,track(id)),next}. A field without a filter of its own is kept whole; exclusions
 * with {@code !} are not supported.
 */
final class FieldFilter {
  private final Map<String, FieldFilter> fields = new LinkedHashMap<>();

  private FieldFilter() {}

  static FieldFilter parse(String text) {
    FieldFilter filter = new FieldFilter();
    for (String part : parts(text)) {
      filter.add(part.strip());
    }
    return filter;
  }

  private @Nullable Object apply(@Nullable Object json) {
    if (fields.isEmpty()) {
      return json;
    }
    return switch (json) {
      case List<?> list -> list.stream().map(this::apply).toList();
      case Map<?, ?> map -> kept(map);
      case null, default -> json;
    };
  }

  /** The object's fields that the filter selects. */
  Map<String, Object> kept(Map<?, ?> map) {
    Map<String, Object> kept = Json.object();
    fields.forEach(
        (name, filter) -> {
          if (map.containsKey(name)) {
            kept.put(name, filter.apply(map.get(name)));
          }
        });
    return kept;
  }

  private void add(String part) {
    int paren = part.indexOf('(');
    String path = paren < 0 ? part : part.substring(0, paren);
    FieldFilter filter = this;
    for (String name : path.split("\\.", -1)) {
      filter = filter.fields.computeIfAbsent(name, ignored -> new FieldFilter());
    }
    if (paren >= 0 && part.endsWith(")")) {
      for (String inner : parts(part.substring(paren + 1, part.length() - 1))) {
        filter.add(inner.strip());
      }
    }
  }

  /** Splits at the commas that stand outside parentheses. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(text.substring(start, i));
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
