package io.linernotes.local.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Prints progress as plain lines, one every few seconds, for logs and pipes. */
final class ProgressLines implements ProgressView {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final PrintStream out;
  private final InstantSource clock;
  private final Instant started;
  private Instant due;
  private String pending = "";

  ProgressLines(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.started = clock.instant();
    this.due = started;
  }

  @Override
  public void show(JsonNode answer) {
    Instant now = clock.instant();
    pending = line(answer, Duration.between(started, now));
    if (!now.isBefore(due)) {
      print();
      due = now.plus(INTERVAL);
    }
  }

  private static String line(JsonNode answer, Duration elapsed) {
    var sections = SectionProgress.of(answer);
    var told =
        sections.isEmpty()
            ? "reading the playlist"
            : sections.stream().map(ProgressLines::told).collect(joining(", "));
    var eta = answer.at("/progress/eta_seconds").asLong();
    return "%3d s  %3d %%  %s%s"
        .formatted(
            elapsed.toSeconds(),
            sections.isEmpty() ? 0 : answer.at("/progress/percent").asInt(),
            told,
            eta > 0 ? ", about " + Text.span(Duration.ofSeconds(eta)) + " left" : "");
  }

  private static String told(SectionProgress section) {
    return "%s %d/%d%s"
        .formatted(
            section.name(),
            section.resolved(),
            section.total(),
            section.refused().isEmpty() ? "" : " (" + section.refused() + ")");
  }

  private void print() {
    out.println(pending);
    pending = "";
  }

  /** Prints the last line if it has not been printed. */
  @Override
  public void close() {
    if (!pending.isEmpty()) {
      print();
    }
  }
}
