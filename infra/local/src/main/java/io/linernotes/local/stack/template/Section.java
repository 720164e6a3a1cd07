package io.linernotes.local.stack.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Part of a template, with typed access; values are resolved when they are asked for. */
public record Section(String where, Map<String, Object> values, Intrinsics intrinsics) {

  /** Whether the part has a value under this name. */
  public boolean has(String name) {
    return find(name).isPresent();
  }

  /** The value under this name, resolved. */
  public Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name))
        .map(intrinsics::resolve)
        .filter(value -> value != Intrinsics.NO_VALUE);
  }

  /** The text under this name; {@link TemplateException} when it is no text. */
  public Optional<String> findText(String name) {
    return find(name)
        .map(
            value -> {
              if (value instanceof String text) {
                return text;
              }
              throw new TemplateException(at(name) + " must be a string");
            });
  }

  /** The text under this name; {@link TemplateException} when it is missing. */
  public String text(String name) {
    return findText(name).orElseThrow(() -> new TemplateException(at(name) + " is missing"));
  }

  /** The whole number under this name. */
  public OptionalInt findInt(String name) {
    var text = findText(name);
    return text.isPresent() ? OptionalInt.of(number(name, text.get())) : OptionalInt.empty();
  }

  /** The whole number under this name, or the default. */
  public int integer(String name, int otherwise) {
    return findInt(name).orElse(otherwise);
  }

  /** The seconds under this name, or the default. */
  public Duration seconds(String name, int otherwise) {
    return Duration.ofSeconds(integer(name, otherwise));
  }

  /** The truth value under this name, or the default. */
  public boolean flag(String name, boolean otherwise) {
    return findText(name).map(Boolean::parseBoolean).orElse(otherwise);
  }

  /** A part of this part, empty when absent; what it holds is resolved when it is asked for. */
  public Section section(String name) {
    var value = intrinsics.resolveHead(values.getOrDefault(name, Map.of()));
    return new Section(at(name), Yaml.asMap(value, at(name)), intrinsics);
  }

  /** The parts of a map of parts, by name; resolved one by one. */
  public List<Section> sections(String name) {
    var map = section(name);
    return map.values().entrySet().stream()
        .filter(entry -> intrinsics.resolveHead(entry.getValue()) != Intrinsics.NO_VALUE)
        .map(entry -> map.section(entry.getKey()))
        .toList();
  }

  public List<Object> list(String name) {
    return Yaml.asList(find(name).orElse(List.of()), at(name));
  }

  public List<String> texts(String name) {
    return list(name).stream().map(String::valueOf).toList();
  }

  public List<Section> items(String name) {
    return list(name).stream()
        .map(item -> new Section(at(name), Yaml.asMap(item, at(name)), intrinsics))
        .toList();
  }

  public String name() {
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

  /** The properties of a function's enabled events of these types. */
  public Stream<Section> events(String... types) {
    return sections("Events").stream()
        .filter(event -> List.of(types).contains(event.text("Type")))
        .map(
            event ->
                new Section(
                    event.where(), event.section("Properties").values(), event.intrinsics()))
        .filter(event -> event.flag("Enabled", true))
        .filter(event -> !event.findText("State").orElse("ENABLED").equals("DISABLED"));
  }
}
