package io.linernotes.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.json.RecordFormat;
import io.linernotes.provider.Provider;
import io.linernotes.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Checks {@code docs/adding-a-provider.md}. For each existing provider, every file of the list
 * exists and names the provider. Every file that names all providers is in the list.
 */
class AddingAProviderTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path LIST = ROOT.resolve("docs/adding-a-provider.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern QUOTA = Pattern.compile("  (\\w+)QuotaCalls:");

  private static final List<Path> FILES = files();
  private static final List<Row> ROWS = rows();
  private static final Map<Provider, List<String>> TASKS = tasks();

  /**
   * One row of the list.
   *
   * @param file a pattern of paths, with {@code <provider>} and {@code <Provider>}
   * @param what what to add to the files, names in backticks
   */
  private record Row(String file, String what) {

    List<Path> filesOf(Provider provider) {
      PathMatcher matcher =
          FileSystems.getDefault().getPathMatcher("glob:" + spelled(file, provider));
      return FILES.stream().filter(matcher::matches).toList();
    }

    /** The names in backticks that hold a placeholder. */
    List<String> namesOf(Provider provider) {
      return CODE.matcher(what)
          .results()
          .map(name -> name.group(1))
          .filter(name -> name.contains("<"))
          .map(name -> spelled(name, provider))
          .toList();
    }
  }

  @Test
  void theListIsRead() {
    assertThat(ROWS).hasSizeGreaterThan(25);
    assertThat(FILES).contains(Path.of("template.yaml"), Path.of("pom.xml"));
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void everyFileOfTheListExistsAndNamesTheProvider(Provider provider) {
    List<String> findings = new ArrayList<>();
    for (Row row : ROWS) {
      List<Path> files = row.filesOf(provider);
      if (files.isEmpty()) {
        findings.add(row.file() + " matches no file");
      } else if (files.stream().noneMatch(file -> names(file, provider))) {
        findings.add(row.file() + " does not name it");
      }
      for (String name : row.namesOf(provider)) {
        if (files.stream().noneMatch(file -> text(file).contains(name))) {
          findings.add(row.file() + " has no " + name);
        }
      }
    }

    assertThat(findings).isEmpty();
  }

  /** Tests are exempt: those that list the providers fail by themselves when one is missing. */
  @Test
  void everyFileThatNamesAllProvidersIsInTheList() {
    List<Path> missing =
        FILES.stream()
            .filter(file -> !file.toString().contains("/src/test/"))
            .filter(file -> Stream.of(Provider.values()).allMatch(each -> names(file, each)))
            .filter(file -> !isInTheList(file))
            .toList();

    assertThat(missing).isEmpty();
  }

  private static boolean isInTheList(Path file) {
    return file.equals(ROOT.relativize(LIST))
        || ROWS.stream().anyMatch(row -> row.filesOf(Provider.DEEZER).contains(file));
  }

  /** Whether the file spells the provider in any way, or names one of its tasks. */
  private static boolean names(Path file, Provider provider) {
    String text = text(file).toLowerCase(Locale.ROOT);
    return text.contains(provider.id())
        || text.contains(provider.displayName().toLowerCase(Locale.ROOT))
        || TASKS.getOrDefault(provider, List.of()).stream().anyMatch(text(file)::contains);
  }

  /** The names of the task records, by provider: the wire format's tests keep one of each. */
  private static Map<Provider, List<String>> tasks() {
    return text(Path.of("functions/json/src/test/resources/io/linernotes/json/records.txt"))
        .lines()
        .map(line -> line.split(" ", 2)[1])
        .filter(message -> message.startsWith("{\"task\":{"))
        .map(message -> RecordFormat.message(message).task())
        .collect(
            Collectors.groupingBy(
                Task::provider,
                Collectors.mapping(task -> task.getClass().getSimpleName(), Collectors.toList())));
  }

  private static String spelled(String text, Provider provider) {
    return text.replace("<provider>", provider.id())
        .replace("<Provider>", spelling(provider))
        .replace("<PROVIDER>", provider.name());
  }

  /** The name in types and parameters, as the template spells it: MusicBrainz, Lastfm. */
  private static String spelling(Provider provider) {
    return QUOTA
        .matcher(text(Path.of("template.yaml")))
        .results()
        .map(parameter -> parameter.group(1))
        .filter(name -> name.equalsIgnoreCase(provider.name()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("template.yaml has no quota of " + provider));
  }

  private static List<Row> rows() {
    return text(ROOT.relativize(LIST))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|"))
        .map(cells -> new Row(cells[1].strip().replace("`", ""), cells[2]))
        .toList();
  }

  private static List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String top : List.of("docs", "events", "functions", "infra")) {
      collect(ROOT.resolve(top), files);
    }
    for (String file : List.of("pom.xml", "template.yaml", "README.md", "CHANGELOG.md")) {
      files.add(Path.of(file));
    }
    return List.copyOf(files);
  }

  private static void collect(Path directory, List<Path> files) {
    try (Stream<Path> found = Files.walk(directory)) {
      found
          .filter(Files::isRegularFile)
          .map(ROOT::relativize)
          .filter(file -> !file.toString().contains("/target/"))
          .forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(ROOT.resolve(file)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
