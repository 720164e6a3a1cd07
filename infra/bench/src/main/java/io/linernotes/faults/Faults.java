package io.linernotes.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.linernotes.local.cli.TextTable;
import io.linernotes.local.cli.TextTable.Column;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Injects faults into the service's dependencies, one per row, and checks the service's promises.
 */
@Command(
    name = "linernotes faults",
    mixinStandardHelpOptions = true,
    description = {
      "Breaks providers, stores and the process itself, one fault a row, and checks that nothing",
      "is lost, nothing is a wrong miss, no quota is exceeded, and everything heals. Takes about",
      "half an hour; --only runs some rows. Exits with 1 when a promise is broken."
    })
public final class Faults implements Callable<Integer> {

  private static final Logger QUIET = Logger.getLogger("");
  private static final int WIDTH = 200;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of what happens at random (default: 1).")
  private long seed;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Run the rows whose names contain this.")
  private String only = "";

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often the process is killed in that row (default: 5).")
  private int kills;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "20",
      description = "Divide the quotas' windows by so much (default: 20).")
  private double scale;

  @Option(names = "--json", description = "Print the rows as JSON.")
  private boolean json;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** Runs the command line. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Faults()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    QUIET.setLevel(Level.OFF);
    Path template = Path.of(System.getProperty("linernotes.home", ""), "template.yaml");
    Trial trial = new Trial(template.toAbsolutePath(), scale, seed);
    Map<String, String> truth = trial.truth();
    List<Row> rows = new ArrayList<>();
    for (Fault fault : Fault.all(kills)) {
      if (fault.name().contains(only)) {
        Row row = trial.run(fault, truth);
        rows.add(row);
        System.err.println(
            row.fault()
                + ": "
                + (row.broken().isEmpty() ? "kept" : String.join(", ", row.broken())));
      }
    }
    print(rows);
    return rows.stream().allMatch(row -> row.broken().isEmpty()) ? 0 : 1;
  }

  private void print(List<Row> rows) throws Exception {
    if (json) {
      out.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(array(rows)));
    } else {
      table(rows).lines(WIDTH).forEach(out::println);
      out.println("seed " + seed + ", quotas " + scale + " times as fast");
    }
  }

  private static TextTable table(List<Row> rows) {
    TextTable table =
        new TextTable(
            Column.text("fault"),
            Column.number("tasks in"),
            Column.number("lost"),
            Column.number("wrong misses"),
            Column.number("breaches"),
            Column.number("within 2 s"),
            Column.number("failed"),
            Column.number("stale served"),
            Column.number("healed"),
            Column.text("broken"));
    for (Row row : rows) {
      table.row(
          row.fault(),
          String.valueOf(row.sections()),
          String.valueOf(row.lost()),
          String.valueOf(row.wrongMisses()),
          String.valueOf(row.breaches()),
          (row.requests() - row.late()) + "/" + row.requests(),
          String.valueOf(row.failed()),
          String.valueOf(row.stale()),
          row.healed().map(Faults::seconds).orElse("never"),
          String.join(", ", row.broken()));
    }
    return table;
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
  }

  private static ArrayNode array(List<Row> rows) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    for (Row row : rows) {
      ObjectNode object = array.addObject();
      object.put("fault", row.fault());
      object.put("tasks_in", row.sections());
      object.put("lost", row.lost());
      object.put("wrong_misses", row.wrongMisses());
      object.put("breaches", row.breaches());
      object.put("requests", row.requests());
      object.put("within_2_s", row.requests() - row.late());
      object.put("failed", row.failed());
      object.put("stale_served", row.stale());
      row.healed()
          .ifPresentOrElse(
              time -> object.put("healed_ms", time.toMillis()), () -> object.putNull("healed_ms"));
      row.broken().forEach(object.putArray("broken")::add);
    }
    return array;
  }
}
