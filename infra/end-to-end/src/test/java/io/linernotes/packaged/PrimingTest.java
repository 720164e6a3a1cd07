package io.linernotes.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.local.packaged.PackagedFunction;
import io.linernotes.local.packaged.PackagedReply;
import io.linernotes.local.stack.template.FunctionSpec;
import io.linernotes.service.RunningService;
import io.linernotes.service.SharedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Priming: what a snapshot of the API function already contains before its first request. */
@ExtendWith(SharedService.class)
final class PrimingTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final String FUNCTION = "ApiFunction";

  private final RunningService service;

  @TempDir private Path directory;

  PrimingTest(RunningService service) {
    this.service = service;
  }

  @ParameterizedTest
  @ValueSource(strings = {"api-analysis.json", "api-enrichment.json"})
  void aFirstRequestForWhatIsNotThereLoadsHardlyAClass(String event) throws IOException {
    int unprimed = classesLoadedBy(event, "on-demand");
    service.forget();
    assertThat(classesLoadedBy(event, "snap-start")).isLessThan(50);
    assertThat(unprimed).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api-analysis.json", "api-enrichment.json"})
  void aFirstRequestForWhatIsThereLoadsHardlyAClass(String event) throws IOException {
    int unprimed = classesLoadedBy(event, "on-demand");
    service.awaitQuiet();
    assertThat(classesLoadedBy(event, "snap-start")).isLessThan(50);
    assertThat(unprimed).isGreaterThan(1_000);
  }

  @Test
  void primingLeavesNoTrace() throws IOException {
    PackagedFunction api = start("snap-start", "");
    try (api) {
      api.awaitInit();
    }
    assertThat(api.output())
        .noneMatch(line -> line.contains("without a primed request"))
        .noneMatch(line -> line.contains("CloudWatchMetrics"));
    assertThat(service.stores().keys("")).isEmpty();
    assertThat(service.stack().queueDepths().values())
        .allMatch(depth -> depth.visible() + depth.inFlight() + depth.delayed() == 0);
  }

  @Test
  void aRequestAfterPrimingIsLoggedAndMeasured() throws IOException {
    PackagedFunction api = start("snap-start", "");
    try (api) {
      PackagedReply reply =
          api.invoke(Files.readAllBytes(ROOT.resolve("events/api-analysis.json")));
      assertThat(reply.succeeded()).as(reply.json()).isTrue();
    }
    assertThat(api.output())
        .anyMatch(line -> line.contains("CloudWatchMetrics"))
        .anyMatch(line -> line.contains("9f3c1d52-6a1e-4c0f-9a53-3f1a2b7c8d90"));
  }

  private int classesLoadedBy(String event, String initialisation) throws IOException {
    Path log = directory.resolve(initialisation + ".log");
    try (PackagedFunction api = start(initialisation, "-Xlog:class+load:file=" + log)) {
      api.awaitInit();
      long before = lines(log);
      PackagedReply reply = api.invoke(Files.readAllBytes(ROOT.resolve("events").resolve(event)));
      assertThat(reply.succeeded()).as(reply.json()).isTrue();
      return (int) (lines(log) - before);
    }
  }

  private PackagedFunction start(String initialisation, String jvmOption) throws IOException {
    FunctionSpec function = service.stack().topology().function(FUNCTION);
    Map<String, String> environment = new HashMap<>(service.stack().environmentOf(FUNCTION));
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialisation);
    environment.remove("POWERTOOLS_METRICS_DISABLED");
    return PackagedFunction.start(
        function,
        ROOT.resolve(function.codeUri()),
        directory.resolve(initialisation),
        environment,
        jvmOption.isEmpty() ? List.of() : List.of(jvmOption));
  }

  private static long lines(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.count();
    }
  }
}
