package io.linernotes.local.cli;

import io.linernotes.local.cli.LocalProviders.Source;
import io.linernotes.local.stack.LocalStackException;
import io.linernotes.local.stack.LocalStackOptions;
import io.linernotes.simulator.Simulator;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the service on this machine and keeps it running. */
@Command(
    name = "up",
    description = "Starts the service on this machine and keeps it running until Ctrl-C.",
    footer = {
      "",
      "Base URLs of providers: SPOTIFY_API_URL SPOTIFY_ACCOUNTS_URL DEEZER_API_URL",
      "MUSICBRAINZ_API_URL LASTFM_API_URL RECCOBEATS_API_URL; a provider whose variable is not set is",
      "simulated, or with --live the real one. Keys: SPOTIFY_CLIENT_ID SPOTIFY_CLIENT_SECRET",
      "LASTFM_API_KEY, and CONTACT, an address that providers see in the User-Agent."
    })
final class UpCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  private final Screen screen;
  private final Map<String, String> environment;

  @Mixin private final StackOptions stack = new StackOptions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where the API answers on 127.0.0.1 (${DEFAULT-VALUE}); 0 takes a free port.")
  private int port;

  @Option(
      names = "--live",
      description = "Ask the real providers. What they answer is theirs: mind their terms.")
  private boolean live;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the cache and the queues there; else they end with the process.")
  private @Nullable Path data;

  @Option(
      names = "--env-vars",
      paramLabel = "FILE",
      description =
          "Write the variables with which sam local invoke --env-vars, or ./linernotes invoke,"
              + " reaches this service. The file contains this service's keys.")
  private @Nullable Path environmentFile;

  @Option(
      names = "--env-host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "How the functions reach this machine (${DEFAULT-VALUE}): host.docker.internal in Docker"
              + " Desktop; on Linux 172.17.0.1, the address of Docker's bridge, where tables, queues"
              + " and simulated providers then listen too.")
  private String environmentHost = "";

  UpCommand(Screen screen, Map<String, String> environment) {
    this.screen = screen;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > LAST_PORT) {
      throw new UsageException("--port is a number from 0 to " + LAST_PORT + ", not " + port + ".");
    }
    if (data != null) {
      requireWritable(data);
    }
    var parameters = stack.parameters();
    var providers = LocalProviders.decide(environment, parameters, live);
    try (var service = start(options(parameters), providers)) {
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
      if (environmentFile != null) {
        service.openTo(environmentHost);
        EnvironmentFile.write(service.stack(), environmentHost, environmentFile);
      }
      tell(service, providers);
      awaitInterrupt();
      return 0;
    }
  }

  private static void requireWritable(Path data) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new CommandException(cannotBeKeptIn(data), e);
    }
    if (!Files.isWritable(data)) {
      throw new CommandException(cannotBeKeptIn(data));
    }
  }

  private static String cannotBeKeptIn(Path data) {
    return "Nothing can be written in "
        + data
        + ": give --data a directory that is yours, or one that can be made.";
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // Ctrl+C is the way to stop.
    }
  }

  private static LocalService start(LocalStackOptions options, LocalProviders providers) {
    try {
      return LocalService.start(options, providers);
    } catch (LocalStackException e) {
      if (e.getCause() instanceof BindException) {
        throw new CommandException(e.getMessage() + ": choose another with --port.", e);
      }
      throw e;
    }
  }

  private LocalStackOptions options(Map<String, String> parameters) {
    var options = stack.options(port, parameters);
    return data == null ? options : options.withDataDirectory(data);
  }

  private void tell(LocalService service, LocalProviders providers) {
    var out = screen.out();
    out.println("ready " + service.url());
    out.println();
    sources(providers).forEach(out::println);
    out.println("API keys   local; on admin routes local-admin");
    out.println("Try        ./linernotes analyze " + example(service));
    out.println(
        "           curl -H 'x-api-key: local' %s/v1/playlists/%s/analysis"
            .formatted(service.url(), Simulator.DEMO_PLAYLIST));
    if (environmentFile != null) {
      out.println("Variables  " + environmentFile);
    }
    out.println("Stop       Ctrl-C");
    out.flush();
  }

  private static String example(LocalService service) {
    var url = service.url().getPort() == 8080 ? "" : " --url " + service.url();
    return Simulator.DEMO_PLAYLIST + url;
  }

  private static List<String> sources(LocalProviders providers) {
    var simulated =
        providers.simulated().stream().map(Upstream::title).collect(Collectors.joining(", "));
    var lines = Stream.<String>builder();
    if (!simulated.isEmpty()) {
      lines.add("Simulated  " + simulated);
    }
    for (var upstream : Upstream.values()) {
      switch (providers.source(upstream)) {
        case Source.Given(String url) ->
            lines.add("Real       " + upstream.title() + " at " + shown(url));
        case Source.Real() -> lines.add("Real       " + upstream.title());
        case Source.Simulated() -> {}
      }
    }
    return lines.build().toList();
  }

  /** The URL without its password, if it has one. */
  private static String shown(String url) {
    var uri = URI.create(url);
    return uri.getUserInfo() == null ? url : url.replace(uri.getRawUserInfo() + "@", "");
  }
}
