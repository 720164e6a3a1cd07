package io.linernotes.local.cli;

import io.linernotes.local.cli.ApiClient.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enriches the tracks of a file. */
@Command(
    name = "enrich",
    description = {
      "Enriches up to 500 tracks of a file and waits until all is known: CSV as Exportify writes"
          + " it, or JSON as POST /v1/tracks/enrichment takes it.",
      "The result goes to standard output or to a file, as CSV or JSON by its name."
    },
    footer = {"", "./linernotes enrich set.csv --output set.json"})
final class EnrichCommand implements Callable<Integer> {
  private static final Duration HOLD = Duration.ofSeconds(20);

  /** A file's format. */
  enum Format {
    CSV("text/csv"),
    JSON("application/json");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    static Format of(Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".csv")) {
        return CSV;
      }
      if (name.endsWith(".json")) {
        return JSON;
      }
      throw new UsageException(file + " ends neither with .csv nor with .json.");
    }
  }

  private final Screen screen;

  @Parameters(paramLabel = "FILE", description = "The file with tracks, .csv or .json.")
  private Path file;

  @Mixin private final ServiceOptions service;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write there instead of to standard output.")
  private @Nullable Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; else that of the output's name, or the input's.")
  private @Nullable Format format;

  @SuppressWarnings("NullAway.Init") // picocli sets the file
  EnrichCommand(Screen screen, Map<String, String> environment) {
    this.screen = screen;
    this.service = new ServiceOptions(environment);
  }

  @Override
  public Integer call() {
    Format read = Format.of(file);
    Format written = format != null ? format : Format.of(output != null ? output : file);
    String tracks = read();
    try (var api = service.client()) {
      write(untilComplete(api, tracks, read, written));
    }
    return 0;
  }

  private String untilComplete(ApiClient api, String tracks, Format read, Format written) {
    while (true) {
      Text answer = api.enrich(tracks, read.mediaType, written.mediaType, HOLD);
      if (!answer.onItsWay()) {
        return answer.body();
      }
      screen.err().println("Some of it is on its way …");
    }
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandException(file + " cannot be read as text in UTF-8.", e);
    }
  }

  private void write(String result) {
    if (output == null) {
      screen.out().println(result.stripTrailing());
      return;
    }
    try {
      Files.writeString(output, result);
    } catch (IOException e) {
      throw new CommandException("Nothing can be written to " + output + ".", e);
    }
  }
}
