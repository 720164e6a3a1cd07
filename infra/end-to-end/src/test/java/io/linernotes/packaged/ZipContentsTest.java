package io.linernotes.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.local.packaged.PackagedFunction;
import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.local.stack.template.FunctionSpec;
import io.linernotes.local.stack.template.Template;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A function's zip contains the libraries that its classes need, and no others. */
final class ZipContentsTest {

  private static final Path TEMPLATE = Path.of("../../template.yaml").toAbsolutePath().normalize();

  /**
   * Libraries that are loaded by name at run time, so that no class refers to them. The libraries
   * that they refer to count as needed too.
   */
  private static final Set<String> FOUND_BY_NAME =
      Set.of(
          // Loaded by the runtime's serializers of events.
          "joda-time",
          // Loaded by the JDK, SLF4J, Powertools and Log4j, which look up logging providers and
          // their configuration.
          "linernotes-lambda-logging",
          "log4j-jpl",
          "log4j-slf4j2-impl",
          "log4j-layout-template-json",
          "powertools-logging-log4j");

  @TempDir private Path directory;

  static Stream<FunctionSpec> functions() {
    Template template = Template.read(TEMPLATE);
    return template.resolve(template.placeholders(), Endpoints.NONE).functions().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyLibraryIsReachedFromTheFunctionsOwnClasses(FunctionSpec function) throws IOException {
    PackagedFunction.unpack(TEMPLATE.resolveSibling(function.codeUri()), directory);
    Set<String> libraries = libraries();

    for (String jar : libraries) {
      if (isFoundByName(jar)) {
        addToOwnClasses(jar);
      }
    }
    Set<String> unused = new TreeSet<>(libraries);
    unused.removeAll(reached(libraries));
    unused.removeIf(ZipContentsTest::isFoundByName);

    assertThat(unused).isEmpty();
    assertThat(libraries.stream().map(ZipContentsTest::withoutVersion)).doesNotHaveDuplicates();
  }

  private static boolean isFoundByName(String jar) {
    return FOUND_BY_NAME.contains(withoutVersion(jar));
  }

  /** Adds the library's classes to those at the top of the zip, without its module descriptor. */
  private void addToOwnClasses(String jar) throws IOException {
    try (ZipFile library = new ZipFile(directory.resolve("lib").resolve(jar).toFile())) {
      for (ZipEntry entry : Collections.list(library.entries())) {
        String name = entry.getName();
        boolean isClass = name.endsWith(".class") && !name.endsWith("module-info.class");
        if (isClass && !name.startsWith("META-INF/")) {
          Path file = directory.resolve(name);
          Files.createDirectories(file.getParent());
          Files.copy(library.getInputStream(entry), file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
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
