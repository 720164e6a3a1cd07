package io.linernotes.bench;

import io.linernotes.bench.BenchService.Timed;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.ProviderReport;
import io.linernotes.simulator.SimulatorReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the service on this machine. Call counts are exact; times depend on the machine. */
@Command(
    name = "linernotes bench",
    mixinStandardHelpOptions = true,
    subcommands = ColdStarts.class,
    description = {
      "Measures a cold analysis of 100 tracks within the providers' quotas, then the warm one,",
      "then one of 1,000 tracks with faster quotas. Takes about three minutes.",
      "With --huge it is one of 10,000 tracks instead, and the heap that the API needs for it."
    })
public final class Bench implements Callable<Integer> {

  private static final Logger QUIET = Logger.getLogger("");
  private static final String HUNDRED = "generated0000000000100";
  private static final String THOUSAND = "generated0000000001000";
  private static final String TEN_THOUSAND = "generated0000000010000";

  /** Heap sizes in MB. The first is about that of a function with 1,024 MB. */
  private static final int[] HEAPS = {700, 350, 200};

  private static final int HUGE_SCALE = 1_000;
  private static final int WARM_RUNS = 30;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Divide the quotas' windows in the run of 100 tracks (default: 1, the real ones).")
  private double scale;

  @Option(
      names = "--large-scale",
      paramLabel = "N",
      defaultValue = "20",
      description = "The same in the run of 1,000 tracks (default: 20).")
  private double largeScale;

  @Option(
      names = "--huge",
      description = "Measure 10,000 tracks, with quotas that nobody will notice, and nothing else.")
  private boolean huge;

  private final PrintStream out = System.out;

  /** Runs the command line. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  /** Disables logging, so that no log lines appear between the measurements. */
  static void quiet() {
    QUIET.setLevel(Level.WARNING);
  }

  @Override
  public Integer call() throws InterruptedException {
    quiet();
    Path template = Path.of(System.getProperty("linernotes.home", ""), "template.yaml");
    if (huge) {
      try (BenchService service = BenchService.start(template, HUGE_SCALE)) {
        tenThousand(service, template);
      }
      return 0;
    }
    try (BenchService service = BenchService.start(template, scale)) {
      hundred(service);
    }
    try (BenchService service = BenchService.start(template, largeScale)) {
      thousand(service);
    }
    return 0;
  }

  private void hundred(BenchService service) throws InterruptedException {
    print("100 tracks, 30 without ISRC, 20 artists; one request, nobody polling; scale %s", scale);
    CapacityMeter.Consumed _ = CapacityMeter.take();
    Timed first = service.analysis(HUNDRED, "");
    service.awaitQuiet();
    SimulatorReport report = service.simulator().report();
    consumed("filling it");
    Timed cold = service.analysis(HUNDRED, "");
    consumed("one warm answer");
    print("  first answer      %d after %d ms", first.status(), first.took().toMillis());
    print("  then              %s, %s", cold.body().path("status").asText(), percent(cold));
    calls(report);
    ProviderReport lastfm = report.of(Provider.LASTFM);
    print("  Last.fm busy      %.1f %% of its quota", 100 * lastfm.utilisation());
    print(
        "  Last.fm took      %.1f s, Deezer %.1f s",
        span(lastfm), span(report.of(Provider.DEEZER)));

    service.simulator().reset();
    List<Duration> warm = new ArrayList<>();
    for (int i = 0; i < WARM_RUNS; i++) {
      warm.add(service.analysis(HUNDRED, "").took());
    }
    print(
        "  warm              median %d ms of %d, %d provider calls, %d bytes",
        median(warm).toMillis(), WARM_RUNS, service.simulator().report().calls(), cold.bytes());
  }

  private void thousand(BenchService service) throws InterruptedException {
    print("1,000 tracks, polled every second; scale %s", largeScale);
    long started = System.nanoTime();
    List<Duration> polls = new ArrayList<>();
    Timed answer = service.analysis(THOUSAND, "");
    while (answer.status() == 202) {
      Thread.sleep(1_000);
      answer = service.analysis(THOUSAND, "");
      polls.add(answer.took());
    }
    print(
        "  complete          after %.1f s, %s",
        (System.nanoTime() - started) / 1e9, percent(answer));
    calls(service.simulator().report());
    print(
        "  polls             %d, median %d ms, slowest %d ms",
        polls.size(),
        median(polls).toMillis(),
        polls.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO).toMillis());
    print("  warm              %d ms", service.analysis(THOUSAND, "").took().toMillis());
  }

  private void tenThousand(BenchService service, Path template) throws InterruptedException {
    print("10,000 tracks, everything included, 500 shown; one request, nobody polling");
    long started = System.nanoTime();
    Timed first = service.analysis(TEN_THOUSAND, "?limit=500");
    service.awaitQuiet();
    print("  first answer      %d after %d ms", first.status(), first.took().toMillis());
    print("  filled            after %.1f s", (System.nanoTime() - started) / 1e9);
    calls(service.simulator().report());
    Timed answer = service.analysis(TEN_THOUSAND, "?limit=500");
    print(
        "  then              %s, %s, %d ms, %d bytes",
        answer.body().path("status").asText(),
        percent(answer),
        answer.took().toMillis(),
        answer.bytes());
    for (int megabytes : HEAPS) {
      ApiHeap.run(template, service.stack().environmentOf("ApiFunction"), megabytes, TEN_THOUSAND);
    }
  }

  private void consumed(String by) {
    CapacityMeter.Consumed consumed = CapacityMeter.take();
    print(
        "  %-17s %.1f read units, %.1f write units, %d SQS requests",
        by, consumed.read(), consumed.written(), consumed.queued());
  }

  private void calls(SimulatorReport report) {
    StringBuilder each = new StringBuilder();
    for (Provider provider : Provider.values()) {
      each.append(each.isEmpty() ? "" : ", ")
          .append(provider.name().toLowerCase(Locale.ROOT))
          .append(' ')
          .append(report.calls(provider));
    }
    print("  provider calls    %d: %s; over a quota: %d", report.calls(), each, report.breaches());
  }

  private static String percent(Timed answer) {
    return answer.body().path("progress").path("percent").asInt() + " % resolved";
  }

  private static double span(ProviderReport report) {
    return report.arrivals().isEmpty()
        ? 0
        : Duration.between(report.arrivals().getFirst(), report.arrivals().getLast()).toMillis()
            / 1e3;
  }

  private static Duration median(List<Duration> times) {
    return times.isEmpty() ? Duration.ZERO : times.stream().sorted().toList().get(times.size() / 2);
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
