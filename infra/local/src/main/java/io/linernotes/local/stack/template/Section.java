package io.linernotes.local.stack.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Part of a template, with typed access; values are resolved when they are asked for. */
record Section(String where, Map<String, Object> values, Intrinsics intrinsics) {

  boolean has(String name) {
    return find(name).isPresent();
  }

  Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name))
        .map(intrinsics::resolve)
        .filter(value -> value != Intrinsics.NO_VALUE);
  }

  Optional<String> findText(String name) {
    return find(name)
        .map(
            value -> {
              if (value instanceof String text) {
                return text;
              }
              throw new TemplateException(at(name) + " must be a string");
            });
  }

  String text(String name) {
    return findText(name).orElseThrow(() -> new TemplateException(at(name) + " is missing"));
  }

  OptionalInt findInt(String name) {
    var text = findText(name);
    return text.isPresent() ? OptionalInt.of(number(name, text.get())) : OptionalInt.empty();
  }

  int integer(String name, int otherwise) {
    return findInt(name).orElse(otherwise);
  }

  Duration seconds(String name, int otherwise) {
    return Duration.ofSeconds(integer(name, otherwise));
  }

  boolean flag(String name, boolean otherwise) {
    return findText(name).map(Boolean::parseBoolean).orElse(otherwise);
  }

  /** A part of this part, empty when absent; what it holds is resolved when it is asked for. */
  Section section(String name) {
    var value = intrinsics.resolveHead(values.getOrDefault(name, Map.of()));
    return new Section(at(name), Yaml.asMap(value, at(name)), intrinsics);
  }

  /** The parts of a map of parts, by name; resolved one by one. */
  List<Section> sections(String name) {
    var map = section(name);
    return map.values().entrySet().stream()
        .filter(entry -> intrinsics.resolveHead(entry.getValue()) != Intrinsics.NO_VALUE)
        .map(entry -> map.section(entry.getKey()))
        .toList();
  }

  List<Object> list(String name) {
    return Yaml.asList(find(name).orElse(List.of()), at(name));
  }

  List<String> texts(String name) {
    return list(name).stream().map(String::valueOf).toList();
  }

  List<Section> items(String name) {
    return list(name).stream()
        .map(item -> new Section(at(name), Yaml.asMap(item, at(name)), intrinsics))
        .toList();
  }

  String name() {
    return where.substring(where.lastIndexOf('.') + 1);
  }

  private String at(String name) {
    return where + "." + name;
  }

  private int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TemplateException("%s must be a whole number, not '%s'".formatted(at(name), text));
    }
  }
}
