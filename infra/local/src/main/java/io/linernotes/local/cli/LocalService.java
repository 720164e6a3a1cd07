package io.linernotes.local.cli;

import io.linernotes.local.stack.LocalStack;
import io.linernotes.local.stack.LocalStackOptions;
import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.local.stack.template.Template;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.Quota;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.simulator.SpotifyMode;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The embedded stack, and the simulator if any provider is simulated. */
final class LocalService implements AutoCloseable {
  private final LocalStack stack;
  private final @Nullable Simulator simulator;
  private @Nullable PortForwards forwards;
  private boolean closed;

  private LocalService(LocalStack stack, @Nullable Simulator simulator) {
    this.stack = stack;
    this.simulator = simulator;
  }

  /** Starts both; requests are answered when this returns. */
  static LocalService start(LocalStackOptions options, LocalProviders providers) {
    var template = Template.read(options.template());
    var given = new HashMap<>(template.placeholders());
    given.putAll(options.parameters());
    var resolved = template.resolve(given, Endpoints.NONE).parameters();
    var simulator =
        providers.simulated().isEmpty() ? null : Simulator.start(simulatorOptions(resolved));
    try {
      var urls = simulator == null ? Map.<String, String>of() : simulator.environment();
      var parameters = providers.parameters(template.parameters(), urls);
      return new LocalService(
          LocalStack.start(options.withParameters(parameters).withEnvironment(providers.secrets())),
          simulator);
    } catch (RuntimeException e) {
      if (simulator != null) {
        simulator.close();
      }
      throw e;
    }
  }

  /** The template next to the launcher, or in the working directory. */
  static Path defaultTemplate() {
    return Path.of(System.getProperty("linernotes.home", ""), "template.yaml");
  }

  /** Options with which the simulator enforces the template's quotas and its Spotify mode. */
  private static SimulatorOptions simulatorOptions(Map<String, String> parameters) {
    var byName = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(parameters);
    var options =
        SimulatorOptions.defaults()
            .withQuotaScale(Double.parseDouble(byName.getOrDefault("QuotaScale", "1")));
    for (var provider : Provider.values()) {
      var calls = byName.get(provider.name() + "QuotaCalls");
      var seconds = byName.get(provider.name() + "QuotaSeconds");
      if (calls != null && seconds != null) {
        options = options.withQuota(provider, quota(calls, seconds));
      }
    }
    return "development".equals(byName.get("SpotifyMode"))
        ? options.withSpotifyMode(SpotifyMode.DEVELOPMENT)
        : options;
  }

  private static Quota quota(String calls, String seconds) {
    return new Quota(
        (int) Double.parseDouble(calls),
        java.time.Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1_000)));
  }

  /** The stack. */
  LocalStack stack() {
    return stack;
  }

  /**
   * Lets containers reach tables, queues and simulated providers by an address of this machine.
   * Does nothing for any other host, such as Docker Desktop's name for the loopback interface.
   */
  void openTo(String host) {
    var ports = new TreeSet<Integer>();
    ports.add(stack.dynamoDbUrl().getPort());
    ports.add(stack.sqsUrl().getPort());
    if (simulator != null) {
      simulator.environment().values().forEach(url -> ports.add(URI.create(url).getPort()));
    }
    forwards = PortForwards.open(host, ports);
  }

  /** Where the API answers. */
  URI url() {
    return stack.url();
  }

  /** The value of a parameter that the stack runs with. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(stack.topology().parameters().get(name));
  }

  /** The simulator, if it runs. */
  Optional<Simulator> simulator() {
    return Optional.ofNullable(simulator);
  }

  /** Stops both, once. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Logs.hide();
    if (forwards != null) {
      forwards.close();
    }
    stack.close();
    if (simulator != null) {
      simulator.close();
    }
  }
}
