package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorReport;
import io.linernotes.track.SpotifyId;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Demonstrates the service on a playlist, with simulated providers. */
@Command(
    name = "demo",
    description = {
      "Starts the service with simulated providers, analyses a playlist through its API, asks"
          + " again, and stops.",
      "Needs no keys and no network."
    })
final class DemoCommand implements Callable<Integer> {
  private static final SpotifyId PLAYLIST = new SpotifyId(Simulator.DEMO_PLAYLIST);

  private final Screen screen;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "1",
      description = "Divide the window of every quota, so that the demo runs N times as fast.")
  private double scale;

  DemoCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    if (!(scale > 0 && scale <= 100)) {
      throw new UsageException("--scale is a number above 0, and at most 100: " + scale);
    }
    var parameters = Map.of("QuotaScale", Text.plain(scale));
    var providers = LocalProviders.decide(Map.of(), parameters, false);
    var options = new StackOptions().options(0, parameters);
    screen.err().println("Starting the service with simulated providers …");
    try (var service = LocalService.start(options, providers);
        var api = new ApiClient(service.url(), "local")) {
      demonstrate(new PlaylistRun(api, PLAYLIST, List.of()), service.simulator().orElseThrow());
    }
    return 0;
  }

  private void demonstrate(PlaylistRun run, Simulator simulator) {
    screen.err().println("Analysing the playlist " + PLAYLIST + " …");
    long started = System.nanoTime();
    var answer = untilComplete(run);
    var cold = new Run("Cold", since(started), simulator.report(), 0);
    new AnalysisTable(answer).print(screen);
    started = System.nanoTime();
    run.now();
    var warm = new Run("Warm", since(started), simulator.report(), cold.report().calls());
    screen.out().println();
    tell(screen.out(), cold, warm);
  }

  private ObjectNode untilComplete(PlaylistRun run) {
    try (var view = ProgressView.on(screen)) {
      return run.untilComplete(view);
    } finally {
      if (!screen.interactive()) {
        screen.err().println();
      }
    }
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private void tell(PrintStream out, Run cold, Run warm) {
    out.println(cold.line() + ": " + cold.byProvider());
    out.println(warm.line());
    int breaches = warm.report().breaches();
    out.println(
        breaches == 0
            ? "Quotas      kept: " + quotas(warm.report())
            : "Quotas      NOT kept, %s too early: %s"
                .formatted(Text.of(breaches, "call"), quotas(warm.report())));
    out.println(
        scale == 1
            ? "            These are the real quotas: --scale 10 runs ten times as fast."
            : "            These are the real quotas, %s times as fast."
                .formatted(Text.plain(scale)));
  }

  /** The quotas of the providers that were called. */
  private static String quotas(SimulatorReport report) {
    return asked(report)
        .map(
            provider -> {
              var quota = report.of(provider).quota();
              return "%s %d in %s"
                  .formatted(title(provider), quota.calls(), Text.span(quota.window()));
            })
        .collect(Collectors.joining(", "));
  }

  private static Stream<Provider> asked(SimulatorReport report) {
    return Stream.of(Provider.values()).filter(provider -> report.calls(provider) > 0);
  }

  private static String title(Provider provider) {
    return Upstream.valueOf(provider.name()).title();
  }

  /** One analysis of the playlist. */
  private record Run(String name, Duration took, SimulatorReport report, int callsBefore) {
    String line() {
      return "%s   %s, %s"
          .formatted(
              Text.left(name + " run", 9),
              Text.span(took),
              Text.of(report.calls() - callsBefore, "provider call"));
    }

    String byProvider() {
      return asked(report)
          .map(provider -> title(provider) + " " + report.calls(provider))
          .collect(Collectors.joining(", "));
    }
  }
}
