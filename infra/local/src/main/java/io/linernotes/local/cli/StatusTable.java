package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.local.cli.TextTable.Column;
import java.time.Duration;
import java.util.List;

/** Prints the service's status as tables. */
final class StatusTable {
  private static final List<String> STATES =
      List.of("hit", "stale", "miss", "pending", "throttled", "unavailable", "unsupported");

  /** How many of the states narrow lines have room for. */
  private static final int COMMON_STATES = 5;

  private static final int WIDE = 100;

  private final JsonNode status;

  StatusTable(JsonNode status) {
    this.status = status;
  }

  void print(Screen screen) {
    providers().lines(screen.columns()).forEach(screen.out()::println);
    screen.out().println();
    answers().lines(screen.columns()).forEach(screen.out()::println);
  }

  private TextTable providers() {
    var table =
        new TextTable(
            Column.text("Provider"),
            Column.text("Quota"),
            Column.number("Last minute"),
            Column.number("Today").from(WIDE),
            Column.number("Throttled").from(WIDE),
            Column.number("Failed").from(WIDE),
            Column.number("Queued"),
            Column.number("Dead letters").from(WIDE),
            Column.shrinking("Cooldown", 1));
    status
        .path("providers")
        .propertyStream()
        .forEach(provider -> row(table, provider.getKey(), provider.getValue()));
    return table;
  }

  private static void row(TextTable table, String name, JsonNode provider) {
    var used = provider.path("used");
    table.row(
        name,
        "%d in %s"
            .formatted(
                provider.at("/quota/calls").asInt(),
                seconds(provider.at("/quota/window_seconds").asDouble())),
        "%d (%d %%)"
            .formatted(used.path("last_minute").asInt(), used.path("last_minute_percent").asInt()),
        used.path("today").asText(),
        used.path("throttled_today").asText(),
        used.path("failed_today").asText(),
        queued(provider.path("queue")),
        Text.orUnknown(provider.at("/queue/dead_letters").asText("")),
        cooldown(provider.path("cooldown")));
  }

  private static String seconds(double seconds) {
    return Text.span(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private static String queued(JsonNode queue) {
    return queue.isObject()
        ? String.valueOf(
            queue.path("waiting").asInt()
                + queue.path("in_flight").asInt()
                + queue.path("delayed").asInt())
        : Text.UNKNOWN;
  }

  private static String cooldown(JsonNode cooldown) {
    return cooldown.isObject()
        ? "%s, %s left"
            .formatted(
                Text.printable(cooldown.path("reason").asText()),
                Text.span(Duration.ofSeconds(cooldown.path("seconds_left").asLong())))
        : "";
  }

  private TextTable answers() {
    var columns = new Column[STATES.size() + 1];
    columns[0] = Column.text("Answers today");
    for (int i = 0; i < STATES.size(); i++) {
      columns[i + 1] = Column.number(STATES.get(i)).from(i < COMMON_STATES ? 0 : WIDE);
    }
    var table = new TextTable(columns);
    status
        .path("cache")
        .propertyStream()
        .forEach(section -> answers(table, section.getKey(), section.getValue()));
    return table;
  }

  private static void answers(TextTable table, String section, JsonNode counts) {
    var cells = new String[STATES.size() + 1];
    cells[0] = SectionProgress.name(section);
    for (int i = 0; i < STATES.size(); i++) {
      cells[i + 1] = String.valueOf(counts.path(STATES.get(i)).asLong());
    }
    table.row(cells);
  }
}
