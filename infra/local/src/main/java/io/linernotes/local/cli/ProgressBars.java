package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows progress as bars: one per section, and one for the total with the remaining time. */
final class ProgressBars implements ProgressView {
  private static final String ALL = "All";
  private static final int NAME_WIDTH = "Audio features".length();
  private static final int REFRESH_MILLIS = 250;

  private final Screen screen;
  private final Map<String, ProgressBar> bars = new LinkedHashMap<>();
  private volatile long secondsLeft;

  ProgressBars(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void show(JsonNode answer) {
    secondsLeft = answer.at("/progress/eta_seconds").asLong();
    var sections = SectionProgress.of(answer);
    for (var section : sections) {
      step(section.name(), section.resolved(), section.total(), section.refused());
    }
    if (!sections.isEmpty()) {
      var progress = answer.path("progress");
      step(ALL, progress.path("resolved").asInt(), progress.path("total").asInt(), "");
    }
  }

  private void step(String name, int resolved, int total, String message) {
    bars.computeIfAbsent(name, this::bar)
        .maxHint(total)
        .stepTo(resolved)
        .setExtraMessage(message.isEmpty() ? "" : " " + message);
  }

  private ProgressBar bar(String name) {
    var builder =
        new ProgressBarBuilder()
            .setTaskName(Text.left(name, NAME_WIDTH))
            .setInitialMax(1)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .continuousUpdate()
            .setConsumer(consumer());
    return name.equals(ALL)
        ? builder.setEtaFunction(state -> Optional.of(Duration.ofSeconds(secondsLeft))).build()
        : builder.hideEta().build();
  }

  private ProgressBarConsumer consumer() {
    return new FinishingConsumer(screen.err(), screen.columns() - 1);
  }

  @Override
  public void close() {
    bars.values().forEach(ProgressBar::close);
    screen.err().println();
  }

  /** Draws a full bar only once, so that the bar keeps showing the time that it took. */
  private static final class FinishingConsumer extends InteractiveConsoleProgressBarConsumer {
    private boolean full;

    FinishingConsumer(PrintStream out, int columns) {
      super(out, columns);
    }

    @Override
    public void accept(String bar) {
      boolean fullNow = bar.contains(" 100% ");
      if (!(full && fullNow)) {
        super.accept(bar);
      }
      full = fullNow;
    }
  }
}
