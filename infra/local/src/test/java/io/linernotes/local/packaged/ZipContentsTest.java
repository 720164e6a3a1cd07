package io.linernotes.local.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.local.stack.template.FunctionSpec;
import io.linernotes.local.stack.template.Template;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A function's zip holds what its classes reach, and nothing else. */
final class ZipContentsTest {

  private static final Path TEMPLATE = Path.of("../../template.yaml").toAbsolutePath().normalize();

  /** Libraries that are found by name when a function runs, so that no class refers to them. */
  private static final Set<String> FOUND_BY_NAME =
      Set.of(
          // By the runtime's serializers of events.
          "joda-time");

  @TempDir private Path directory;

  static Stream<FunctionSpec> functions() {
    return Template.read(TEMPLATE).resolve(Map.of(), Endpoints.NONE).functions().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyLibraryIsReachedFromTheFunctionsOwnClasses(FunctionSpec function) throws IOException {
    PackagedFunction.unpack(TEMPLATE.resolveSibling(function.codeUri()), directory);
    Set<String> libraries = libraries();

    Set<String> unused = new TreeSet<>(libraries);
    unused.removeAll(reached(libraries));
    unused.removeIf(jar -> FOUND_BY_NAME.contains(withoutVersion(jar)));

    assertThat(unused).isEmpty();
    assertThat(libraries.stream().map(ZipContentsTest::withoutVersion)).doesNotHaveDuplicates();
  }

  private static String withoutVersion(String jar) {
    return jar.replaceAll("-[0-9].*", "");
  }

  private Set<String> libraries() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("lib"))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  /** The jars that the classes at the top of the zip need, and those that these need. */
  private Set<String> reached(Set<String> libraries) {
    StringWriter summary = new StringWriter();
    StringWriter errors = new StringWriter();
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(summary),
                new PrintWriter(errors),
                "--multi-release",
                "25",
                "--recursive",
                "--ignore-missing-deps",
                "-summary",
                "--class-path",
                libraries.stream()
                    .map(jar -> directory.resolve("lib").resolve(jar).toString())
                    .collect(Collectors.joining(File.pathSeparator)),
                directory.toString());
    assertThat(status).as(errors.toString()).isZero();
    return summary
        .toString()
        .lines()
        .map(line -> line.split(" -> ", -1)[0])
        .collect(Collectors.toSet());
  }
}
