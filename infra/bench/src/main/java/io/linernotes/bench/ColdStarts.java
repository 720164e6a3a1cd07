package io.linernotes.bench;

import io.linernotes.local.packaged.PackagedFunction;
import io.linernotes.local.packaged.PackagedReply;
import io.linernotes.local.packaged.TaskDirectory;
import io.linernotes.local.stack.LocalStack;
import io.linernotes.local.stack.template.FunctionSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how long the packaged API function takes from the start of its process to its first
 * answer. The results are ratios to {@link BareHandler}, which has the same clients. Runs of the
 * two alternate.
 */
@Command(
    name = "cold-starts",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the packaged API function's cold start against that of a bare handler with the same",
      "clients. Build the zips first: ./mvnw package -DskipTests"
    })
final class ColdStarts implements Callable<Integer> {

  private static final String API = "ApiFunction";

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "7",
      description = "How many times each is started (default: ${DEFAULT-VALUE}).")
  private int runs;

  private final Path home = Path.of(System.getProperty("linernotes.home", ""));
  private final PrintStream out = System.out;

  /** Nanoseconds until the handler is constructed, and from then to the first answer. */
  private record Start(long init, long answer) {
    long whole() {
      return init + answer;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException, URISyntaxException {
    Bench.quiet();
    try (BenchService service = BenchService.start(home.resolve("template.yaml"), 1_000)) {
      FunctionSpec api = service.stack().topology().function(API);
      Path zip = home.resolve(api.codeUri());
      try (TaskDirectory task = TaskDirectory.of(zip);
          TaskDirectory bareTask = TaskDirectory.of(zip)) {
        measure(service, api, task, bareTask);
      }
      return 0;
    }
  }

  private void measure(
      BenchService service, FunctionSpec api, TaskDirectory task, TaskDirectory bareTask)
      throws IOException, InterruptedException, URISyntaxException {
    bare(bareTask.path().resolve("lib"));
    FunctionSpec bare = api.withHandler(BareHandler.class.getName() + "::handleRequest");
    service.analysis("linernotesDemoPlaylist", "?limit=50");
    service.awaitQuiet();
    List<Start> bares = new ArrayList<>();
    List<Start> apis = new ArrayList<>();
    List<Start> restored = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      bares.add(start(service.stack(), bare, bareTask.path(), "on-demand"));
      apis.add(start(service.stack(), api, task.path(), "on-demand"));
      restored.add(start(service.stack(), api, task.path(), "snap-start"));
    }
    print("                         init   first answer   both");
    print("a bare handler        %4d ms        %4d ms  %4d ms", row(bares));
    print("the API               %4d ms        %4d ms  %4d ms", row(apis));
    print("  in a snapshot                     %4d ms", median(restored, Start::answer));
    print(
        "the API to the bare handler: %.2f; after a snapshot: %.2f",
        ratio(apis, Start::whole, bares, Start::whole),
        ratio(restored, Start::answer, bares, Start::whole));
  }

  private Start start(LocalStack stack, FunctionSpec function, Path task, String initialisation)
      throws IOException {
    Map<String, String> environment = new HashMap<>(stack.environmentOf(API));
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialisation);
    // Metrics are enabled, as when deployed; only the local stack disables them.
    environment.remove("POWERTOOLS_METRICS_DISABLED");
    byte[] event = Files.readAllBytes(home.resolve("events/api-analysis.json"));
    try (PackagedFunction process =
        PackagedFunction.start(function, task, environment, List.of())) {
      Duration init = process.awaitInit();
      long asked = System.nanoTime();
      PackagedReply reply = process.invoke(event);
      long answered = System.nanoTime();
      if (!reply.succeeded()) {
        throw new IllegalStateException(reply.json());
      }
      return new Start(init.toNanos(), answered - asked);
    }
  }

  /**
   * Makes the API function's libraries those of the bare handler: removes logging, which the bare
   * handler does not use, and adds the handler's jar.
   */
  private static void bare(Path lib) throws IOException, URISyntaxException {
    try (DirectoryStream<Path> logging =
        Files.newDirectoryStream(lib, "{log4j,powertools,linernotes-lambda-logging}*.jar")) {
      for (Path jar : logging) {
        Files.delete(jar);
      }
    }
    Path jar =
        Path.of(BareHandler.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Files.copy(jar, lib.resolve("bare-handler.jar"));
  }

  private static Object[] row(List<Start> starts) {
    return new Object[] {
      median(starts, Start::init), median(starts, Start::answer), median(starts, Start::whole)
    };
  }

  private static long median(List<Start> starts, ToLongFunction<Start> part) {
    return Duration.ofNanos(
            starts.stream().mapToLong(part).sorted().skip(starts.size() / 2).findFirst().orElse(0))
        .toMillis();
  }

  private static double ratio(
      List<Start> some,
      ToLongFunction<Start> part,
      List<Start> others,
      ToLongFunction<Start> otherPart) {
    return (double) median(some, part) / Math.max(1, median(others, otherPart));
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
