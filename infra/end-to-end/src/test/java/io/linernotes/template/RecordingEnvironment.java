package io.linernotes.template;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Variables that remember which of them were asked for. */
final class RecordingEnvironment extends AbstractMap<String, String> {

  private final Map<String, String> variables;
  private final Set<String> read = new TreeSet<>();

  RecordingEnvironment(Map<String, String> variables) {
    this.variables = variables;
  }

  @Override
  public @Nullable String get(Object name) {
    read.add((String) name);
    return variables.get(name);
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return variables.entrySet();
  }

  /** The names asked for so far, also of variables that are not set. */
  Set<String> read() {
    return read;
  }
}
