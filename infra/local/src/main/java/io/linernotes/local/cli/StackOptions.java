package io.linernotes.local.cli;

import io.linernotes.local.stack.LocalStackOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The template that a stack is built from, and the values for its parameters. */
final class StackOptions {
  @Option(
      names = "--template",
      paramLabel = "FILE",
      description = "The SAM template to run (this project's template.yaml).")
  private @Nullable Path template;

  @Option(
      names = "--parameter-overrides",
      paramLabel = "NAME=VALUE",
      arity = "1..*",
      description =
          "Values for the template's parameters, as in SAM: QuotaScale=10 Contact=me@x.org")
  private List<String> parameterOverrides = List.of();

  /** The values that were given. */
  Map<String, String> parameters() {
    return ParameterOverrides.parse(parameterOverrides);
  }

  /** Options for a stack on that port, in memory, with those parameters. */
  LocalStackOptions options(int port, Map<String, String> parameters) {
    var file = Optional.ofNullable(template).orElseGet(LocalService::defaultTemplate);
    return LocalStackOptions.of(file).withPort(port).withParameters(parameters);
  }
}
