package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;

/** Shows how an analysis comes along. */
interface ProgressView extends AutoCloseable {

  /** Shows the progress that an answer tells. */
  void show(JsonNode answer);

  @Override
  void close();

  /** Bars on a terminal, else lines. */
  static ProgressView on(Screen screen) {
    return screen.interactive()
        ? new ProgressBars(screen)
        : new ProgressLines(screen.err(), InstantSource.system());
  }
}
