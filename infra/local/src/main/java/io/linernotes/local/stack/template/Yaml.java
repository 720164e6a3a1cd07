package io.linernotes.local.stack.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * YAML as CloudFormation reads it: strings, lists and maps, every scalar kept as it is written, and
 * {@code !Sub x} turned into its long form {@code Fn::Sub: x}.
 */
public final class Yaml {
  private Yaml() {}

  static Object read(String text, String label) {
    try {
      var settings = LoadSettings.builder().setLabel(label).build();
      return new Compose(settings)
          .composeString(text)
          .map(Yaml::value)
          .orElseThrow(() -> new TemplateException(label + " is empty"));
    } catch (YamlEngineException e) {
      throw new TemplateException(label + " is no YAML: " + e.getMessage(), e);
    }
  }

  private static Object value(Node node) {
    var tag = node.getTag().getValue();
    return tag.startsWith("!") && tag.length() > 1
        ? Map.of(longForm(tag.substring(1)), untagged(node))
        : untagged(node);
  }

  private static String longForm(String shortForm) {
    return switch (shortForm) {
      case "Ref", "Condition" -> shortForm;
      default -> "Fn::" + shortForm;
    };
  }

  private static Object untagged(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue();
      case SequenceNode sequence -> sequence.getValue().stream().map(Yaml::value).toList();
      case MappingNode mapping -> map(mapping);
      default -> throw new TemplateException("Unexpected YAML" + at(node));
    };
  }

  private static Map<String, Object> map(MappingNode mapping) {
    var map = new LinkedHashMap<String, Object>();
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new TemplateException("A key must be a plain string" + at(tuple.getKeyNode()));
      }
      if (map.put(key.getValue(), value(tuple.getValueNode())) != null) {
        throw new TemplateException("'" + key.getValue() + "' is given twice" + at(key));
      }
    }
    return map;
  }

  /** The same with numbers and truth values in place of scalars that are written like such. */
  static Object typed(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var typed = new LinkedHashMap<String, Object>();
        map.forEach((name, each) -> typed.put(String.valueOf(name), typed(each)));
        yield typed;
      }
      case List<?> list -> list.stream().map(Yaml::typed).toList();
      case String text when text.matches("-?[0-9]{1,9}") -> Integer.valueOf(text);
      case String text when text.matches("true|false") -> Boolean.valueOf(text);
      default -> value;
    };
  }

  private static String at(Node node) {
    return node.getStartMark().map(Yaml::line).orElse("");
  }

  private static String line(Mark mark) {
    return " (line " + (mark.getLine() + 1) + ")";
  }

  /** The value as a map; {@link TemplateException} says where one was expected. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> asMap(Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new TemplateException(where + " must be a map");
  }

  /** The value as a list; {@link TemplateException} says where one was expected. */
  @SuppressWarnings("unchecked")
  public static List<Object> asList(Object value, String where) {
    if (value instanceof List<?> list) {
      return (List<Object>) list;
    }
    throw new TemplateException(where + " must be a list");
  }
}
