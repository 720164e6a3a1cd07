package io.linernotes.local.cli;

import io.linernotes.config.Configuration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which server answers for each provider: the base URL in the environment, else the one
 * among the template's parameters, else the simulator. With {@code --live}, the template's default
 * URL takes the simulator's place.
 */
final class LocalProviders {

  /** The server that answers for a provider. */
  sealed interface Source {
    /** The server at a base URL that the user gave. */
    record Given(String url) implements Source {}

    /** The real provider, at the template's default URL. */
    record Real() implements Source {}

    /** The simulator. */
    record Simulated() implements Source {}
  }

  private final Configuration environment;
  private final Map<String, String> overrides;
  private final Map<Upstream, Source> sources = new EnumMap<>(Upstream.class);

  private LocalProviders(
      Map<String, String> environment, Map<String, String> overrides, boolean live) {
    this.environment = Configuration.of(environment);
    this.overrides = Map.copyOf(overrides);
    for (var upstream : Upstream.values()) {
      sources.put(upstream, source(upstream, live));
    }
  }

  /**
   * Decides for all providers; throws {@link CommandException} when a URL is malformed or a real
   * provider's key is missing.
   */
  static LocalProviders decide(
      Map<String, String> environment, Map<String, String> overrides, boolean live) {
    var providers = new LocalProviders(environment, overrides, live);
    var missing = Stream.of(Credential.values()).filter(providers::isMissing).toList();
    if (!missing.isEmpty()) {
      throw new CommandException(missing(missing));
    }
    return providers;
  }

  private Source source(Upstream upstream, boolean live) {
    try {
      var given = environment.optionalUri(upstream.variable(), "Set it to the API's base URL.");
      if (given.isPresent()) {
        return new Source.Given(given.get().toString());
      }
    } catch (IllegalStateException e) {
      throw new CommandException(String.valueOf(e.getMessage()), e);
    }
    var overridden =
        overrides.entrySet().stream()
            .filter(each -> Upstream.isSame(upstream.variable(), each.getKey()))
            .findFirst();
    if (overridden.isPresent()) {
      return new Source.Given(overridden.get().getValue());
    }
    return live ? new Source.Real() : new Source.Simulated();
  }

  private boolean isMissing(Credential credential) {
    return credential.users().stream().anyMatch(user -> source(user) instanceof Source.Real)
        && environment.optional(credential.name()).isEmpty()
        && !isOverridden(credential);
  }

  private static String missing(List<Credential> credentials) {
    return "--live needs these variables in the environment:"
        + credentials.stream()
            .map(each -> "%n  %-21s  %s".formatted(each.name(), each.remedy()))
            .collect(Collectors.joining());
  }

  private boolean isOverridden(Credential credential) {
    return overrides.keySet().stream().anyMatch(name -> Upstream.isSame(credential.name(), name));
  }

  /** The server that answers for this upstream. */
  Source source(Upstream upstream) {
    return sources.getOrDefault(upstream, new Source.Simulated());
  }

  /** The upstreams for which the simulator answers. */
  List<Upstream> simulated() {
    return Stream.of(Upstream.values())
        .filter(upstream -> source(upstream) instanceof Source.Simulated)
        .toList();
  }

  /**
   * The values for a template's parameters.
   *
   * @param declared the parameters that the template has
   * @param simulator the simulator's base URLs by environment variable
   */
  Map<String, String> parameters(Set<String> declared, Map<String, String> simulator) {
    var values = new LinkedHashMap<>(overrides);
    sources.forEach(
        (upstream, source) -> {
          switch (source) {
            case Source.Given(String url) -> put(values, declared, upstream.variable(), url);
            case Source.Simulated() -> {
              var url = simulator.get(upstream.variable());
              if (url != null) {
                put(values, declared, upstream.variable(), url);
              }
            }
            case Source.Real() -> {}
          }
        });
    for (var credential : Credential.values()) {
      var given = environment.optional(credential.name());
      if (given.isPresent() || !isOverridden(credential)) {
        put(values, declared, credential.name(), given.orElse(credential.harmless()));
      }
    }
    return values;
  }

  /** The secrets by environment variable. When deployed, they are in Secrets Manager. */
  Map<String, String> secrets() {
    return Stream.of(Credential.values())
        .filter(Credential::isSecret)
        .collect(
            Collectors.toMap(
                Credential::name,
                credential ->
                    environment.optional(credential.name()).orElse(credential.harmless())));
  }

  private static void put(
      Map<String, String> values, Set<String> declared, String variable, String value) {
    declared.stream()
        .filter(parameter -> Upstream.isSame(variable, parameter))
        .forEach(parameter -> values.put(parameter, value));
  }
}
