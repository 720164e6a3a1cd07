package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;

/** Shows the progress of an analysis. */
interface ProgressView extends AutoCloseable {

  /** Shows the progress that an answer reports. */
  void show(JsonNode answer);

  @Override
  void close();

  /** Bars on an interactive terminal, otherwise lines. */
  static ProgressView on(Screen screen) {
    return screen.interactive()
        ? new ProgressBars(screen)
        : new ProgressLines(screen.err(), InstantSource.system());
  }
}
