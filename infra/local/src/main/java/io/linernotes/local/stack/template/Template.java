package io.linernotes.local.stack.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A SAM template, read but not yet resolved. */
public final class Template {
  private final Map<String, Object> root;

  private Template(Map<String, Object> root) {
    this.root = root;
  }

  /** Reads a template; {@link TemplateException} when it is none. */
  public static Template read(Path file) {
    try {
      return parse(Files.readString(file), file.getFileName().toString());
    } catch (NoSuchFileException e) {
      throw new TemplateException("There is no template " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Parses a template; the label names it in errors. */
  public static Template parse(String yaml, String label) {
    return new Template(Yaml.asMap(Yaml.read(yaml, label), label));
  }

  /** The names of the parameters that a stack may override. */
  public Set<String> parameters() {
    return part("Parameters").keySet();
  }

  /** A value for each parameter that has no default, to read a template without deploying it. */
  public Map<String, String> placeholders() {
    return part("Parameters").entrySet().stream()
        .filter(each -> !Yaml.asMap(each.getValue(), each.getKey()).containsKey("Default"))
        .collect(Collectors.toMap(Map.Entry::getKey, _ -> "placeholder"));
  }

  /**
   * What the template declares, with these parameter values and with queues and tables at these
   * endpoints; {@link TemplateException} names a parameter or reference that is wrong.
   */
  public Topology resolve(Map<String, String> overrides, Endpoints endpoints) {
    return new TopologyReader(this, overrides, endpoints).read();
  }

  /**
   * The template's resources, with these parameter values and with queues and tables at these
   * endpoints.
   */
  public Resources resources(Map<String, String> overrides, Endpoints endpoints) {
    return new Resources(
        this, Parameters.values(part("Parameters"), overrides), Pseudo.LOCAL, endpoints);
  }

  /** One of the template's top-level parts as written, empty when absent. */
  public Map<String, Object> part(String name) {
    return Yaml.asMap(root.getOrDefault(name, Map.of()), name);
  }
}
